/** Loads everything for the search: the facet columns, and the index when there are words. */
import { resultRowFacts, type ResultCard } from '../ui/result-card';
import { readColumns, hashIds, type FacetColumns, type FacetTable } from '../facets/facet-columns';
import { readDictionary, type Dictionary, type DictionaryFile } from './dictionary';
import { restoreSpelling, parseExcerpt } from '../words/excerpt';
import type { FitColumns } from '../facets/fit-columns';
import { lookUp, emptyLookup, type Lookup } from './look-up.client';
import { readSynonyms, type SynonymsFile } from './synonyms';
import { openPagefindIndex, SearchLoadError, type PagefindResult } from './pagefind.client';
import type { SearchUrls } from '../page/search-props';

/** Thrown where files of two builds are mixed: the site was published again, or an old file was cached. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
}

const staleError = (what: string) => new StaleSearchError(`${what} is not that of the columns.`);

/** The words to search for. */
export interface SearchQuery {
  readonly words: string;
  /** Only as typed. */
  readonly exact: boolean;
}

export interface SearchEngine {
  readonly table: () => Promise<FacetTable>;
  /** The encoded needs of each row, for the fit check. */
  readonly fitColumns: () => Promise<FitColumns>;
  /** The words of the index. */
  readonly dictionary: () => Promise<Dictionary>;
  /** The rows found by the words, and their interpretation; undefined for no words. */
  readonly find: (query: SearchQuery) => Promise<Lookup | undefined>;
  /** The cards of rows, with excerpts for the words. */
  readonly cards: (query: SearchQuery, rows: readonly number[]) => Promise<readonly ResultCard[]>;
  /** Starts loading the data of the next search. */
  readonly preload: () => void;
}

/** Loads on the first call only; again after a failure. */
function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (!loaded) {
      loaded = load();
      loaded.catch(() => (loaded = undefined));
    }
    return loaded;
  };
}

async function fetchJson<T>(url: string, cache: RequestCache): Promise<T> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new SearchLoadError(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}

/**
 * Creates the search of one language. `tag` is part of addresses that would otherwise be cached across builds; with
 * `fresh` nothing comes from a cache. Its promises reject with a `SearchLoadError`, a `ColumnsError`, a
 * `DictionaryError`, a `SynonymsError`, a `StaleSearchError` or an error of Pagefind; then create a new engine.
 */
export function createEngine(urls: SearchUrls, locale: string, tag: string, fresh = false): SearchEngine {
  const load = <T>(url: string) => fetchJson<T>(`${url}?v=${tag}`, fresh ? 'reload' : 'default');
  const table = loadOnce(async () => readColumns(await load<FacetColumns>(urls.columns)));
  const fitColumns = loadOnce(async () => {
    const [file, { index }] = await Promise.all([load<FitColumns>(urls.fit), table()]);
    if (file.index !== index) throw staleError('The fit check’s index');
    return file;
  });
  const openedIndex = loadOnce(() => openPagefindIndex(urls.bundle, tag, fresh));
  const dictionary = loadOnce(async () => {
    const [read, { index }] = await Promise.all([
      load<DictionaryFile>(urls.words).then(readDictionary),
      table(),
    ]);
    if (read.index !== index) throw staleError('The dictionary');
    return read;
  });

  /** An empty result counts only if the index is the published one. */
  const assertCurrent = async (index: string) => {
    const entry = await fetchJson<{ languages: Record<string, { built: string } | undefined> }>(
      `${urls.bundle}pagefind-entry.json?now=${Date.now()}`,
      'no-store',
    );
    if (entry.languages[locale]?.built !== index) throw staleError('The index');
  };

  const loadSynonymsFile = loadOnce(() => load<SynonymsFile>(urls.meanings));
  const synonyms = loadOnce(async () => readSynonyms([await loadSynonymsFile()], locale));
  const names = loadOnce(async () =>
    readSynonyms(await Promise.all([loadSynonymsFile(), load<SynonymsFile>(urls.names)]), locale),
  );

  /** All rows, each with access to its text: the index has them in the order of the columns. */
  const everything = loadOnce(async (): Promise<readonly PagefindResult[]> => {
    const [{ ids }, index] = await Promise.all([table(), openedIndex()]);
    const results = await index.search(null);
    if (hashIds(results.map(({ id }) => id)) !== ids) throw staleError('The index');
    return results;
  });
  /** Rows by the ids of the whole index. */
  const rowById = loadOnce(async () => new Map((await everything()).map(({ id }, row) => [id, row])));

  const lookUpCached = async ({ words, exact }: SearchQuery): Promise<Lookup> => {
    // Synonyms are loaded concurrently with the index, not after it.
    if (!exact) void synonyms().catch(() => {});
    openedIndex().catch(() => {});
    const known = await table();
    if (known.size === 0) return emptyLookup;
    const rows = await rowById();
    return lookUp(words, exact, {
      locale,
      table: known,
      index: await openedIndex(),
      // A search that needs one needs the other.
      dictionary: () => {
        if (!exact) names().catch(() => {});
        return dictionary();
      },
      synonyms,
      names,
      rowOf: (id) => rows.get(id) ?? 0,
      now: Date.now(),
    });
  };

  /** A failed load or an empty result may mean that the site was published again: then that is the error. */
  const lookUpCurrent = async (query: SearchQuery): Promise<Lookup> => {
    try {
      const found = await lookUpCached(query);
      const { index, size } = await table();
      if (found.hits.size === 0 && size > 0) await assertCurrent(index);
      return found;
    } catch (error) {
      if (error instanceof SearchLoadError) await assertCurrent((await table()).index);
      throw error;
    }
  };

  let last: (SearchQuery & { readonly found: Promise<Lookup> }) | undefined;
  const found = (query: SearchQuery): Promise<Lookup> => {
    if (last?.words !== query.words || last.exact !== query.exact)
      last = { ...query, found: lookUpCurrent(query) };
    return last.found;
  };

  const cardOf = async (known: FacetTable, row: number, hit: PagefindResult | undefined, marks: boolean) => {
    if (!hit) throw staleError('The index');
    const { url, meta, excerpt, locations, filters } = await hit.data();
    const facts = resultRowFacts(known, row);
    const lang = facts.shownIn ?? locale;
    return {
      ...facts,
      id: filters.id?.[0] ?? url,
      path: url,
      title: meta.shown ?? meta.title ?? url,
      organization: restoreSpelling(meta.organization ?? '', lang),
      summary: restoreSpelling(meta.summary ?? '', lang),
      excerpt: marks && locations.length > 0 ? parseExcerpt(excerpt, lang) : undefined,
    } satisfies ResultCard;
  };

  return {
    table,
    fitColumns,
    dictionary,
    find: async (query) => (query.words === '' ? undefined : found(query)),
    cards: async (query, rows) => {
      const known = await table();
      const { hits } = query.words === '' ? emptyLookup : await found(query);
      return Promise.all(
        rows.map(async (row) => {
          const hit = hits.get(row);
          return hit ? cardOf(known, row, hit, true) : cardOf(known, row, (await everything())[row], false);
        }),
      );
    },
    preload: () => {
      // A failure here is repeated and reported when the data is needed.
      openedIndex().catch(() => {});
      synonyms().catch(() => {});
    },
  };
}
