/** BM25, any of the words: the usual reference for ranking. In memory, without corrections. */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { tokenize } from '@/search/words/tokenize';
import { fieldWeights, flattenDocument, indexedFields, type EngineFactory } from './engine';

const stemmers = { en: english, fr: french, es: spanish };

/** The usual parameters of BM25. */
const [k1, b] = [1.2, 0.75];

/** Creates the engine, over Snowball's stems or over the words themselves. */
export const createBm25 = (hasStems: boolean): EngineFactory => ({
  name: hasStems ? 'BM25' : 'BM25, no stems',
  settings: `${hasStems ? 'Snowball’s stems' : 'no stems'}, any word, the fields’ weights as frequencies, k1 1.2, b 0.75`,
  open: (judged, locale) => {
    const stem = (text: string) =>
      tokenize(text).map(({ folded }) => (hasStems ? stemmers[locale](folded) : folded));
    const documents = judged.map((one) => {
      const flat = flattenDocument(one);
      const counts = new Map<string, number>();
      for (const field of indexedFields)
        for (const word of stem(flat[field])) counts.set(word, (counts.get(word) ?? 0) + fieldWeights[field]);
      return { ...flat, counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    });
    const averageLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
    const frequency = new Map<string, number>();
    for (const { counts } of documents)
      for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    const idf = (word: string) => {
      const having = frequency.get(word) ?? 0;
      return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
    };
    return Promise.resolve({
      search: ({ text, task }) => {
        const words = new Set(stem(text));
        const scored = documents
          .filter((document) => task === undefined || document.task.includes(task))
          .map(({ id, counts, length }) => {
            const norm = k1 * (1 - b + (b * length) / averageLength);
            const score = [...words].reduce((sum, word) => {
              const count = counts.get(word) ?? 0;
              return sum + (idf(word) * count * (k1 + 1)) / (count + norm);
            }, 0);
            return { id, score };
          })
          .filter(({ score }) => score > 0)
          .sort((one, other) => other.score - one.score);
        return Promise.resolve(scored.slice(0, 10).map(({ id }) => id));
      },
    });
  },
});
