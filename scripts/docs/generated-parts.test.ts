import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedParts } from './generated-parts';

it.each(generatedParts)('$file is up to date: else run `npm run docs -- $name`', ({ file, write }) => {
  const text = readFileSync(file, 'utf8');
  expect(text).toBe(write(text));
});
