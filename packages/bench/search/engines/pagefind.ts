/** Pagefind alone, with its own filters and the words as typed. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import { metaWeights, type EngineFactory } from './engine';

interface Bundle {
  readonly createInstance: (options: object) => {
    readonly search: (
      text: string,
      options: object,
    ) => Promise<{
      readonly results: readonly { readonly data: () => Promise<{ readonly meta: { id: string } }> }[];
    }>;
  };
}

const batch = 250;

/** Creates an engine that indexes into a folder below `dir`, as its documentation recommends, with a filter of task types. */
export function createPagefindEngine(dir: string): EngineFactory {
  return {
    name: 'Pagefind',
    settings:
      'its stemmer of each language, filters of its own, the fields’ weights, diacriticSimilarity as it is',
    open: async (judged, locale) => {
      const out = path.resolve(dir, `pagefind-alone-${locale}`);
      await rm(out, { recursive: true, force: true });
      const { index } = await pagefind.createIndex();
      if (!index) throw new Error('Pagefind gave no index.');
      for (let from = 0; from < judged.length; from += batch) {
        await Promise.all(
          judged.slice(from, from + batch).map(({ id, document, facets }) =>
            index.addCustomRecord({
              url: `/${id}/`,
              language: locale,
              content: document.content,
              meta: { ...document.meta, id },
              filters: { task: [...facets.task] },
            }),
          ),
        );
      }
      await index.writeFiles({ outputPath: out });
      await pagefind.close();
      const base = `${pathToFileURL(out).href}/`;
      const module = (await import(`${base}pagefind.js`)) as Bundle;
      const instance = module.createInstance({
        basePath: base,
        noWorker: true,
        ranking: { metaWeights: { ...metaWeights, id: 0 } },
      });
      return {
        search: async ({ text, task }) => {
          const { results } = await instance.search(text, task === undefined ? {} : { filters: { task } });
          const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
          return data.map(({ meta }) => meta.id);
        },
        close: () => rm(out, { recursive: true, force: true }),
      };
    },
  };
}
