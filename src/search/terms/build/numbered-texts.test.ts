import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import type { SearchDocument } from '../../index/documents';
import { spelledWords } from '../../words/query-terms';
import { countWords, dictionaryWords } from './count-words';
import { firstWord, numberDocuments } from './numbered-texts';
import { createSpellingTable } from './spelling-table';
import { tokenize } from '../tokenize';

const text = fc
  .array(
    fc.constantFrom(
      ...['eau', 'Œuvre', 'C++', '.NET', 'l’', 'OpenMap', 'well-being', '💧', 'été', '3', '–', '«', '...'],
      ...['.', '!', '…', ':', ';', ',', ', ', '. ', ' ', ' ', '\n', '\u00a0', '\u202f', '\t', ',\u00a0'],
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const document = fc.record({
  content: text,
  meta: fc.record({ title: text, organization: text, summary: text, words: text }),
}) as fc.Arbitrary<SearchDocument>;

/** The sentences of a document with the spellings of their tokens, read in the simplest way. */
function readSentences({ meta, content }: SearchDocument): string[] {
  const read = (field: number, some = '', end: RegExp | string = /[.!?…:;]\s|\n/u) =>
    some.split(end).map((sentence) => [field, ...tokenize(sentence).map(({ spelled }) => spelled)]);
  return [
    ...read(3, meta.title),
    ...read(2, meta.organization),
    ...read(1, meta.summary),
    ...read(1, content),
    ...read(0, meta.words, ', '),
  ].flatMap((sentence) => (sentence.length > 1 ? [sentence.join(' ')] : []));
}

it('divides documents into the sentences and tokens that their texts have', () => {
  fc.assert(
    fc.property(document, (given) => {
      const { words, documents } = numberDocuments([given]);
      const { tokens, spellings } = createSpellingTable(words);
      const sentences: (string | number)[][] = [];
      for (const number of documents[0] ?? []) {
        if (number < firstWord) sentences.push([number]);
        else
          sentences
            .at(-1)
            ?.push(...(tokens[number - firstWord] ?? []).map((spelling) => spellings[spelling] ?? ''));
      }
      expect(sentences.filter(({ length }) => length > 1).map((sentence) => sentence.join(' '))).toEqual(
        readSentences(given),
      );
    }),
    { numRuns: randomRuns(300) },
  );
});

it('counts the documents of each word of the dictionary', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 4 }), (given) => {
      const found = dictionaryWords(countWords(numberDocuments(given))).map(
        ({ spelling, documents }) => `${spelling} ${documents}`,
      );
      const sets = given.map(
        ({ content, meta }) => new Set(spelledWords([content, ...Object.values(meta)].join(' '))),
      );
      const all = new Set(sets.flatMap((set) => [...set]));
      expect(found.toSorted()).toEqual(
        [...all].map((word) => `${word} ${sets.filter((set) => set.has(word)).length}`).toSorted(),
      );
    }),
  );
});
