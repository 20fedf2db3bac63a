/** Pagefind in the browser: the used part of its interface, and its configuration. */
import { watchIndexLoads } from '../page/watch-index-loads.client';

interface Answer {
  readonly results: readonly { readonly id: string }[];
}

interface Instance {
  readonly search: (words: string | null) => Promise<Answer>;
}

interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => Instance;
}

/** Thrown where a file of the search could not be loaded or read. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
}

/**
 * Loads Pagefind from the folder of a bundle; `tag` and `fresh` as for `createEngine`. Resolves to the function that finds
 * the ids of the documents with a phrase in quotation marks, and those of all documents, in their order, for null. It rejects
 * with a `SearchLoadError` where a part of the index is missing.
 */
export async function openPagefindIndex(
  bundle: string,
  tag: string,
  fresh: boolean,
): Promise<(words: string | null) => Promise<readonly string[]>> {
  const failures = watchIndexLoads(bundle);
  // Browsers may remember a failed module: the next attempt has another address.
  const address = `${bundle}pagefind.js${fresh ? `?v=${tag}` : ''}`;
  const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  // No worker: it would cost another file and round trip, to save some milliseconds of the main thread.
  const instance = module.createInstance({
    basePath: bundle,
    baseUrl: '/',
    noWorker: true,
    metaCacheTag: tag,
  });
  return async (words) => {
    const { results } = await instance.search(words);
    if (failures() > 0) throw new SearchLoadError(`A part of ${bundle} could not be loaded.`);
    return results.map(({ id }) => id);
  };
}
