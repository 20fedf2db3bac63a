import { expect, it } from 'vitest';
import { loadLanguage } from './load-language';

it.each([
  ['en', ['teaching', 'teaches'], 'teach'],
  ['fr', ['enseigner', 'enseignement'], 'enseign'],
  ['es', ['voluntarios', 'voluntaria'], 'voluntari'],
  ['es', ['luces', 'luz'], 'luz'],
  ['es', ['clasificar', 'clasificación'], 'clasif'],
  ['fr', ['planifier', 'planification'], 'planif'],
  ['fr', ['œuvres', 'oeuvre'], 'oeuvr'],
])('has one stem for the forms of a word (%s)', async (locale, words, stem) => {
  const language = await loadLanguage(locale);
  expect(words.map(language.stem)).toEqual(words.map(() => stem));
});

it('leaves names with signs and words of other languages as they are', async () => {
  expect((await loadLanguage('en')).stem('c++')).toBe('c++');
  expect((await loadLanguage('de')).stem('Häuser')).toBe('hauser');
});

it.each([
  ['en', ['the', 'with', 'want'], ['help', 'summer']],
  ['fr', ['pour', 'a', 'peux'], ['ete', 'aide']],
  ['es', ['para', 'quiero', 'mas'], ['ayuda', 'ninos']],
])('knows function words (%s)', async (locale, empty, full) => {
  const { isFunctionWord } = await loadLanguage(locale);
  expect(empty.filter((word) => !isFunctionWord(word))).toEqual([]);
  expect(full.filter(isFunctionWord)).toEqual([]);
});
