import { expect, test } from 'vitest';
import { translator } from '@/i18n/translate';
import { formWords } from './form-words';
import { wordsFile } from './words-file';

test('has the words as they are, under a name that changes with them', () => {
  const words = formWords(translator('fr'));
  const file = wordsFile('fr', words);
  expect(JSON.parse(file.text)).toEqual(words);
  expect(file.path).toBe(`/assets/form-words.fr.${file.version}.json`);
  expect(wordsFile('fr', words)).toEqual(file);
  expect(wordsFile('fr', { ...words, send: 'Partez' }).path).not.toBe(file.path);
});
