import { expect, test } from 'vitest';
import { formatColumns } from './format-columns';

test('aligns cells under their heads, numbers to the right', () => {
  expect(
    formatColumns(
      ['page', 'kB'],
      [
        ['home', '9.5'],
        ['an opportunity', '12.0'],
      ],
    ),
  ).toEqual([
    '| page           |   kB |',
    '| -------------- | ---: |',
    '| home           |  9.5 |',
    '| an opportunity | 12.0 |',
  ]);
});
