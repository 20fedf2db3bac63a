import { expect, it } from 'vitest';
import { listLeaves } from './writer';

it('counts the values in JSON', () => {
  expect(listLeaves([{ language: 'fr', level: 'good' }, { language: 'es' }])).toEqual(['fr', 'good', 'es']);
  expect(listLeaves({ min: 1, max: 3 })).toEqual([1, 3]);
});
