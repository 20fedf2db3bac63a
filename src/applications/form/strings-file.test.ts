import { expect, test } from 'vitest';
import { translator } from '@/i18n/translate';
import { formStrings } from './form-strings';
import { createStringsFile } from './strings-file';

test('has the words as they are, under a name that changes with them', () => {
  const strings = formStrings(translator('fr'));
  const file = createStringsFile('fr', strings);
  expect(JSON.parse(file.text)).toEqual(strings);
  expect(file.path).toBe(`/assets/form-words.fr.${file.version}.json`);
  expect(createStringsFile('fr', strings)).toEqual(file);
  expect(createStringsFile('fr', { ...strings, send: 'Partez' }).path).not.toBe(file.path);
});
