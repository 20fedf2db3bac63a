import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import type { SearchDocument } from '../index/documents';
import { wordFile } from '../page/search-paths';
import { loadLanguage } from '../words/load-language';
import { openMeaning } from './find-similar.client';
import { writeMeaning } from './write-meaning';

const root = temporaryFolder('all');

const kinds = [
  ['Teach children to read', 'A school needs tutors for its pupils.'],
  ['Repair pumps of wells', 'Pipes and valves bring water to villages.'],
  ['Translate court papers', 'Lawyers and judges need them in French.'],
  ['Walk dogs of a shelter', 'Puppies and cats wait for a home.'],
] as const;

/** Forty opportunities: the serials of a kind are those with its place as the remainder. */
const documents = Array.from({ length: 40 }, (_, serial) => {
  const [title, summary] = kinds[serial % kinds.length] ?? ['', ''];
  return { meta: { title, summary }, content: '' } as SearchDocument;
});

async function open(locale: string) {
  const rules = await loadLanguage(locale);
  const file = writeMeaning(locale, documents, { rules, index: 'one', outDir: root.at() });
  const loaded: string[] = [];
  const find = openMeaning(file, (name) => {
    loaded.push(name);
    return Promise.resolve(readFileSync(root.at(wordFile(locale, name)), 'utf8'));
  });
  return { file, loaded, find: (word: string) => find(new Map([[rules.stem(word), 1]])) };
}

it.each([
  ['students', 0],
  ['irrigation', 1],
  ['attorney', 2],
  ['kitten', 3],
])('%s leads to what is similar, of which few files are loaded', async (word, kind) => {
  const { find, loaded } = await open('en');
  const found = [...(await find(word))].sort(([, a], [, b]) => b - a).slice(0, 10);
  expect(found.map(([serial]) => serial % kinds.length)).toEqual(Array(10).fill(kind));
  expect(loaded.length).toBeLessThan(10);
});

it('a word without a vector leads to nothing, as in a language without a table', async () => {
  expect((await (await open('en')).find('xyzzyq')).size).toBe(0);
  const { file, find } = await open('de');
  expect(file.words.names + file.groups).toBe('');
  expect((await find('kitten')).size).toBe(0);
});
