import { expect, it } from 'vitest';
import { loadStemmer } from './load-stemmer';

it.each([
  ['en', ['teaching', 'teaches'], 'teach'],
  ['fr', ['enseigner', 'enseignement'], 'enseign'],
  ['es', ['voluntarios', 'voluntaria'], 'voluntari'],
  ['es', ['luces', 'luz'], 'luz'],
])('has one stem for the forms of a word (%s)', async (locale, words, stem) => {
  const stemmer = await loadStemmer(locale);
  expect(words.map(stemmer)).toEqual(words.map(() => stem));
});

it('leaves names with signs and words of other languages as they are', async () => {
  expect((await loadStemmer('en'))('c++')).toBe('c++');
  expect((await loadStemmer('de'))('Häuser')).toBe('hauser');
});
