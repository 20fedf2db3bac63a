/** Pagefind in the browser: the used part of its interface, and its configuration. */
import { metaWeights, type MetaField } from '../ranking';
import { watchIndexLoads } from '../page/watch-index-loads.client';

export interface PagefindData {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
  readonly meta: Readonly<Partial<Record<MetaField, string>>>;
  readonly filters: { readonly id?: readonly string[] };
}

export interface PagefindResult {
  readonly id: string;
  /** Comparable between searches of one index; the higher the better. */
  readonly score: number;
  readonly data: () => Promise<PagefindData>;
}

interface Answer {
  readonly results: readonly PagefindResult[];
  readonly unfilteredResultCount: number;
}

interface Instance {
  readonly search: (words: string | null, options?: object) => Promise<Answer>;
  readonly preload: (words: string) => Promise<void>;
}

interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => Instance;
}

/** Thrown where a file of the search could not be loaded or read. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
}

/** The index of a language. All its promises reject with a `SearchLoadError` where a part of it is missing. */
export interface PagefindIndex {
  /** Finds the documents with these words, best first; all of them for null. */
  readonly search: (words: string | null) => Promise<readonly PagefindResult[]>;
  /** Counts them. Far quicker, since Pagefind describes none of them. */
  readonly count: (words: string) => Promise<number>;
  /** Loads the part of the index that has, or would have, a word. */
  readonly preload: (word: string) => Promise<void>;
}

/** Every document has this filter, so that its negation matches none; see `count`. */
const everything = { all: 'yes' };

/** Loads Pagefind from the folder of a bundle; `tag` and `fresh` as for `createEngine`. */
export async function openPagefindIndex(bundle: string, tag: string, fresh: boolean): Promise<PagefindIndex> {
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
    mergeFilter: everything,
    excerptEllipsis: '…',
    ranking: { metaWeights },
  });
  const search = async (words: string | null, options?: object) => {
    const answer = await instance.search(words, options);
    if (failures() > 0) throw new SearchLoadError(`A part of ${bundle} could not be loaded.`);
    return answer;
  };
  return {
    search: async (words) => (await search(words)).results,
    count: async (words) => (await search(words, { filters: { not: everything } })).unfilteredResultCount,
    preload: (word) => instance.preload(word),
  };
}
