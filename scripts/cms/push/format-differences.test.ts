import { expect, it } from 'vitest';
import { formatValuePair } from './format-differences';

it('shows long texts from shortly before they differ', () => {
  const same = 'x'.repeat(500);
  const [a, b] = formatValuePair(`${same} one ${same}`, `${same}\n\ntwo`);
  expect(a).toBe(`…${'x'.repeat(29)} one ${'x'.repeat(66)}…`);
  expect(b).toBe(`…${'x'.repeat(29)} two`);
  expect(formatValuePair(undefined, [{ sys: { type: 'Link', id: 'harbour-school' } }])).toEqual([
    '(empty)',
    '["harbour-school"]',
  ]);
});
