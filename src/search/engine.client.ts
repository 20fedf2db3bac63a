/** Everything that the search loads: the facet columns, and Pagefind when there is something to look up. */
import { rowFacts, type Card } from './card';
import { readColumns, type Columns, type Table } from './columns';
import { properText, readExcerpt } from './excerpt';
import { metaWeights, type MetaField } from './ranking';
import type { SearchUrls } from './props';
import { searchWords } from './words';

/** A file of the search could not be loaded or read. */
export class SearchLoadError extends Error {
  override readonly name = 'SearchLoadError';
}

/** Files of two builds came together: the site was published anew, or an old file was in a cache. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
}

interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly locations: readonly number[];
  readonly meta: Readonly<Partial<Record<MetaField, string>>>;
}

interface PagefindResult {
  readonly id: string;
  readonly data: () => Promise<PagefindData>;
}

interface Pagefind {
  /** All records for null. */
  readonly search: (words: string | null) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => Pagefind;
}

/** What was found by words: rows, best first, each with a way to its text. */
type Hits = ReadonlyMap<number, PagefindResult>;

export interface Engine {
  readonly table: () => Promise<Table>;
  /** The rows with these words, best first; undefined for no words. */
  readonly find: (words: string) => Promise<readonly number[] | undefined>;
  /** The cards of some rows, with excerpts about these words. */
  readonly cards: (words: string, rows: readonly number[]) => Promise<readonly Card[]>;
  /** Begins to load what the next search will need. */
  readonly warm: () => void;
}

/** Does it when it is first asked for, and once. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => (kept ??= load());
}

async function fetchJson<T>(url: string, cache: RequestCache): Promise<T> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new SearchLoadError(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}

/**
 * The search of one language. `tag` is part of addresses that would otherwise be cached across builds; with `fresh`
 * nothing comes from a cache. Its promises reject with a `SearchLoadError`, a `ColumnsError`, a `StaleSearchError` or
 * what Pagefind throws; after that it is of no more use, and another one is to be made.
 */
export function createEngine(urls: SearchUrls, locale: string, tag: string, fresh = false): Engine {
  const table = once(async () =>
    readColumns(await fetchJson<Columns>(`${urls.columns}?v=${tag}`, fresh ? 'reload' : 'default')),
  );
  const pagefind = once(async () => {
    // A browser may remember that a module failed to load: the next attempt has another address.
    const address = `${urls.bundle}pagefind.js${fresh ? `?v=${tag}` : ''}`;
    const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
    // No worker: it would cost another file and round trip, to save some milliseconds of the main thread.
    return module.createInstance({
      basePath: urls.bundle,
      baseUrl: '/',
      noWorker: true,
      metaCacheTag: tag,
      excerptEllipsis: '…',
      ranking: { metaWeights },
    });
  });

  /** Pagefind finds nothing when a file of it fails to load, so that "nothing" is believed only of a live index. */
  const assertCurrent = async (index: string) => {
    const entry = await fetchJson<{ languages: Record<string, { hash: string } | undefined> }>(
      `${urls.bundle}pagefind-entry.json?now=${Date.now()}`,
      'no-store',
    );
    if (entry.languages[locale]?.hash !== index)
      throw new StaleSearchError('The index is not that of the columns.');
  };

  let last: { readonly words: string; readonly hits: Promise<Hits> } | undefined;

  const lookUp = async (words: string): Promise<Hits> => {
    const { rowOf, index, size } = await table();
    if (size === 0) return new Map();
    const { results } = await (await pagefind()).search(words === '' ? null : searchWords(words));
    const hits = new Map<number, PagefindResult>();
    for (const result of results) {
      const row = rowOf.get(result.id);
      if (row === undefined) throw new StaleSearchError(`The columns don’t have ${result.id}.`);
      hits.set(row, result);
    }
    if (hits.size === 0) await assertCurrent(index);
    return hits;
  };

  const hitsOf = (words: string): Promise<Hits> => {
    if (last?.words !== words) last = { words, hits: lookUp(words) };
    return last.hits;
  };

  return {
    table,
    find: async (words) => (words === '' ? undefined : [...(await hitsOf(words)).keys()]),
    cards: async (words, rows) => {
      const [known, hits] = await Promise.all([table(), hitsOf(words)]);
      return Promise.all(
        rows.map(async (row): Promise<Card> => {
          const hit = hits.get(row);
          if (!hit) throw new StaleSearchError(`The index doesn’t have row ${row}.`);
          const { url, meta, excerpt, locations } = await hit.data();
          const facts = rowFacts(known, row);
          const lang = facts.shownIn ?? locale;
          return {
            ...facts,
            path: url,
            title: meta.shown ?? meta.title ?? url,
            organization: properText(meta.organization ?? '', lang),
            summary: properText(meta.summary ?? '', lang),
            excerpt: words !== '' && locations.length > 0 ? readExcerpt(excerpt, lang) : undefined,
          };
        }),
      );
    },
    warm: () => {
      // What fails here fails again, and is told, when it is needed.
      hitsOf(last?.words ?? '').catch(() => {});
    },
  };
}
