import { expect, it } from 'vitest';
import { listDifferences } from './compare';

it('lists the values that differ, and takes what means the same for the same', () => {
  const written = { text: { en: 'Words\n', fr: 'Mots' }, group: { en: { min: 1, max: 2 } } };
  const stored = { text: { en: 'Words', fr: null }, group: { en: { max: 2, min: 1 } }, list: { en: [] } };
  expect(listDifferences(written, stored)).toEqual(['fr.text']);
  expect(listDifferences(stored, { ...stored, group: { en: { max: 3, min: 1 } } })).toEqual(['en.group']);
});
