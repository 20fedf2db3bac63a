import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EntryResult } from './entries-file';
import { indexEntries } from './entry-index';
import { findEntries, type EntryQuery } from './find-entries';

const entry = (title: string, summary: string, words = ''): EntryResult => ({
  type: 'page',
  path: `/${title}/`,
  title,
  summary,
  words,
  lang: undefined,
});

const english = indexEntries(
  [
    entry('Sahel Wells Network', 'Repairs pumps for villages in the dry belt.', 'niger water swn'),
    entry('Atoll Archive', 'Keeps songs and stories for the islands.', 'kiribati culture'),
    entry('How the wells came back', 'A story of pumps, and of a notebook.', 'niger'),
    entry('Answering every applicant', 'A guide for organizations.', 'translation'),
    entry('Privacy', 'What stays on your device, and for how long.'),
    entry('Songs for a morning', 'Lessons for the radio.', 'translation'),
    entry('Seven threads', 'Weaving for beginners.'),
  ],
  'en',
);
const plain = { exact: false, corrected: [], missing: [], synonymMatches: [], nameOf: () => 'Translation' };
const find = (words: string, more: Partial<EntryQuery> = {}, index = english) =>
  findEntries(index, { ...plain, words, ...more });
const titles = (words: string, more: Partial<EntryQuery> = {}) =>
  find(words, more).entries.map(({ title }) => title);

it.each<[string, readonly string[]]>([
  // Titles, summaries and names, those in titles first.
  ['archive', ['Atoll Archive']],
  ['songs', ['Songs for a morning', 'Atoll Archive']],
  ['NIGER', ['Sahel Wells Network', 'How the wells came back']],
  ['swn', ['Sahel Wells Network']],
  // Other forms and beginnings, after the word itself.
  ['story', ['How the wells came back', 'Atoll Archive']],
  ['lesson', ['Songs for a morning']],
  ['weav', ['Seven threads']],
  ['w', []],
  // All words but those that nearly all have.
  ['pumps niger', ['Sahel Wells Network', 'How the wells came back']],
  ['pumps kiribati', []],
  ['lessons for radio', ['Songs for a morning']],
  // Phrases.
  ['"wells network"', ['Sahel Wells Network']],
  ['"network wells"', []],
  // Opportunities have it, so it is no mistake.
  ['kirbati', []],
  ['', []],
  ['?!', []],
  ['"', []],
  ['🌍', []],
])('entries are found by their words: %s', (words, expected) => {
  expect(titles(words)).toEqual(expected);
});

it('entries are also found by function words alone', () => {
  expect(titles('for the').length).toBeGreaterThan(0);
});

it('words are read as among the opportunities', () => {
  const corrected = [{ typed: 'pivacy', words: ['privacy'], isAdded: false }];
  expect(find('pivacy', { corrected })).toMatchObject({ entries: [{ title: 'Privacy' }], replacements: [] });
  const target = { term: { facet: 'task' as const, value: 'translation' } };
  const synonymMatches = [{ typed: 'interpreter', targets: [target] }];
  expect(titles('interpreter', { synonymMatches })).toEqual([
    'Answering every applicant',
    'Songs for a morning',
  ]);
  expect(titles('interpreter', { synonymMatches, exact: true })).toEqual([]);
});

it('typing errors are corrected in a word that no opportunity has, and told', () => {
  expect(find('kirbati', { missing: ['kirbati'] })).toMatchObject({
    entries: [{ title: 'Atoll Archive' }],
    replacements: ['kiribati'],
  });
  expect(titles('kirbati', { missing: ['kirbati'], exact: true })).toEqual([]);
  expect(titles('xylophone', { missing: ['xylophone'] })).toEqual([]);
});

it('a word of an entry is found even where opportunities were searched for another', () => {
  const corrected = [{ typed: 'atoll', words: ['stoll'], isAdded: false }];
  expect(titles('atoll', { corrected })).toEqual(['Atoll Archive']);
});

it.each(['oeuvre', 'œuvre', "l'école", 'ecole', 'eleve', 'puisatiers', '"à l’école"'])(
  'French words are found behind elisions, with ligatures and without accents: %s',
  (words) => {
    const french = indexEntries([entry('L’œuvre d’un puisatier', 'À l’école, les élèves dessinent.')], 'fr');
    expect(find(words, {}, french).entries).toHaveLength(1);
  },
);

it('every entry is found by each word of its title', () => {
  fc.assert(
    fc.property(fc.constantFrom(...english.entries), fc.nat(), ({ title }, number) => {
      const words = title.split(' ');
      expect(titles(words[number % words.length] ?? '')).toContain(title);
    }),
  );
});

it('no entry is found twice, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (words) => {
      const found = titles(words);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});
