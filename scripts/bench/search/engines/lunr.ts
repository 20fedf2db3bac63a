/** Lunr with lunr-languages: stems, an edit, and wildcards. */
import { createRequire } from 'node:module';
import type { Lunr, PipelineFunction } from 'lunr';
import { gzipSize } from '../../compress';
import { foldText } from '@/i18n/fold-text';
import { indexedFields, fieldWeights, flattenDocument, type EngineFactory } from './engine';

// Each language pack is a function that adds itself to lunr.
const require = createRequire(import.meta.url);
const lunr = require('lunr') as Lunr;
const packs = [
  require('lunr-languages/lunr.stemmer.support'),
  require('lunr-languages/lunr.fr'),
  require('lunr-languages/lunr.es'),
] as readonly ((lunr: Lunr) => void)[];
for (const add of packs) add(lunr);

const fold: PipelineFunction = (token) => token.update(foldText);
lunr.Pipeline.registerFunction(fold, 'fold');

export const lunrEngine: EngineFactory = {
  name: 'Lunr',
  settings:
    'lunr-languages’ stemmer and stop words, accents folded, all words, each as it stands (×10), as a beginning (×3) and with one edit, the fields’ weights',
  open: async (judged, locale) => {
    const index = lunr(function build() {
      if (locale !== 'en') this.use(lunr[locale]);
      this.pipeline.add(fold);
      this.searchPipeline.add(fold);
      for (const field of indexedFields) this.field(field, { boost: fieldWeights[field] });
      for (const one of judged) this.add(flattenDocument(one));
    });
    const tasks = new Map(judged.map(({ id, facets }) => [id, facets.task]));
    const { presence, wildcard } = { presence: lunr.Query.presence, wildcard: lunr.Query.wildcard };
    const search = (text: string) => {
      const perWord = text
        .split(/[\s,]+/u)
        .filter((word) => word !== '')
        .map((word) =>
          index.query((query) => {
            query.term(lunr.tokenizer(word), { boost: 10, presence: presence.OPTIONAL });
            query.term(foldText(word), { boost: 3, wildcard: wildcard.TRAILING, usePipeline: false });
            query.term(foldText(word), { boost: 1, editDistance: 1, usePipeline: true });
          }),
        );
      const scores = new Map<string, { score: number; words: number }>();
      for (const { ref, score } of perWord.flat()) {
        const known = scores.get(ref) ?? { score: 0, words: 0 };
        scores.set(ref, { score: known.score + score, words: known.words + 1 });
      }
      return [...scores]
        .filter(([, { words }]) => words === perWord.length)
        .sort(([, a], [, b]) => b.score - a.score)
        .map(([id]) => id);
    };
    return {
      download: await gzipSize(JSON.stringify(index)),
      search: ({ text, task }) =>
        Promise.resolve(
          search(text)
            .filter((id) => task === undefined || tasks.get(id)?.includes(task))
            .slice(0, 10),
        ),
    };
  },
};
