/** Orama: the whole index in memory, with stemmers and a tolerance. */
import { create, insertMultiple, save, search } from '@orama/orama';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { gzipSize } from '../../compress';
import { indexedFields, fieldWeights, flattenDocument, type EngineFactory } from './engine';

const languages = {
  en: { language: 'english', stemmer: english },
  fr: { language: 'french', stemmer: french },
  es: { language: 'spanish', stemmer: spanish },
} as const;

export const oramaEngine: EngineFactory = {
  name: 'Orama',
  settings: 'its stemmer of each language, tolerance 1, threshold 0 (all words), the fields’ weights',
  open: async (judged, locale) => {
    const database = create({
      schema: {
        title: 'string',
        organization: 'string',
        summary: 'string',
        words: 'string',
        text: 'string',
        task: 'enum[]',
      },
      components: { tokenizer: { ...languages[locale], stemming: true } },
    });
    await insertMultiple(database, judged.map(flattenDocument));
    return {
      download: await gzipSize(JSON.stringify(save(database))),
      search: async ({ text, task }) => {
        const { hits } = await search(database, {
          term: text,
          properties: indexedFields,
          boost: fieldWeights,
          tolerance: 1,
          threshold: 0,
          limit: 10,
          ...(task === undefined ? {} : { where: { task: { containsAny: [task] } } }),
        });
        return hits.map(({ id }) => id);
      },
    };
  },
};
