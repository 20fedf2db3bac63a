import { expect, it } from 'vitest';
import { formatFileSize } from './file-size';

it.each([
  ['en', 5_000_000, '5 MB'],
  ['fr', 5_000_000, '5 Mo'],
  ['es', 5_000_000, '5 MB'],
  ['fr', 5_000_001, '5,1 Mo'],
  ['en', 999_999, '1,000 kB'],
  ['es', 12, '0,1 kB'],
  ['fr', 12_340, '12,4 ko'],
] as const)('in %s, %d bytes are %s', (locale, bytes, text) => {
  expect(formatFileSize(locale, bytes).replace(/[\u00A0\u202F]/, ' ')).toBe(text);
  expect(formatFileSize(locale, bytes)).not.toContain(' ');
});
