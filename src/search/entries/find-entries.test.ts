import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

describe('findEntries', () => {
  it('finds words of titles, summaries and names, those in titles first', () => {
    expect(titles('archive')).toEqual(['Atoll Archive']);
    expect(titles('songs')).toEqual(['Songs for a morning', 'Atoll Archive']);
    expect(titles('NIGER')).toEqual(['Sahel Wells Network', 'How the wells came back']);
    expect(titles('swn')).toEqual(['Sahel Wells Network']);
  });

  it('finds other forms and beginnings, after the word itself', () => {
    expect(titles('story')).toEqual(['How the wells came back', 'Atoll Archive']);
    expect(titles('lesson')).toEqual(['Songs for a morning']);
    expect(titles('weav')).toEqual(['Seven threads']);
    expect(titles('w')).toEqual([]);
  });

  it('asks for all words but those that nearly all have', () => {
    expect(titles('pumps niger')).toEqual(['Sahel Wells Network', 'How the wells came back']);
    expect(titles('pumps kiribati')).toEqual([]);
    expect(titles('lessons for radio')).toEqual(['Songs for a morning']);
    expect(titles('for the').length).toBeGreaterThan(0);
  });

  it('finds a phrase as it stands', () => {
    expect(titles('"wells network"')).toEqual(['Sahel Wells Network']);
    expect(titles('"network wells"')).toEqual([]);
  });

  it('reads words as they were read among the opportunities', () => {
    const corrected = [{ typed: 'pivacy', words: ['privacy'], isAdded: false }];
    expect(find('pivacy', { corrected })).toMatchObject({
      entries: [{ title: 'Privacy' }],
      replacements: [],
    });
    const synonymMatches = [
      { typed: 'interpreter', targets: [{ term: { facet: 'task' as const, value: 'translation' } }] },
    ];
    expect(titles('interpreter', { synonymMatches })).toEqual([
      'Answering every applicant',
      'Songs for a morning',
    ]);
    expect(titles('interpreter', { synonymMatches, exact: true })).toEqual([]);
  });

  it('forgives typing errors in a word that no opportunity has, and says so', () => {
    expect(find('kirbati', { missing: ['kirbati'] })).toMatchObject({
      entries: [{ title: 'Atoll Archive' }],
      replacements: ['kiribati'],
    });
    // Opportunities have it, so it is no mistake.
    expect(titles('kirbati')).toEqual([]);
    expect(titles('kirbati', { missing: ['kirbati'], exact: true })).toEqual([]);
    expect(titles('xylophone', { missing: ['xylophone'] })).toEqual([]);
  });

  it('finds its own word even where opportunities were searched for another', () => {
    const corrected = [{ typed: 'atoll', words: ['stoll'], isAdded: false }];
    expect(titles('atoll', { corrected })).toEqual(['Atoll Archive']);
  });

  it('finds French words behind elisions, with ligatures and without accents', () => {
    const french = indexEntries([entry('L’œuvre d’un puisatier', 'À l’école, les élèves dessinent.')], 'fr');
    for (const words of ['oeuvre', 'œuvre', "l'école", 'ecole', 'eleve', 'puisatiers', '"à l’école"'])
      expect([words, find(words, {}, french).entries.length]).toEqual([words, 1]);
  });

  it('finds every entry by each word of its title, whatever is typed answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...english.entries), fc.nat(), ({ title }, number) => {
        const words = title.split(' ');
        expect(titles(words[number % words.length] ?? '')).toContain(title);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (words) => {
        const found = titles(words);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
    for (const words of ['', '?!', '"', '🌍']) expect(titles(words)).toEqual([]);
  });
});
