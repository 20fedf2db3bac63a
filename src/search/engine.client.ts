/** Everything that the search loads: the facet columns, and the index when there is something to look up. */
import { rowFacts, type Card } from './card';
import { readColumns, type Columns, type Table } from './columns';
import { readDictionary, type DictionaryFile } from './dictionary';
import { properText, readExcerpt } from './excerpt';
import type { FitColumns } from './fit-columns';
import { openIndex, SearchLoadError, type PagefindResult } from './pagefind.client';
import type { SearchUrls } from './props';
import { queriesOf, resolveTerms } from './resolve-terms.client';
import { readQuery } from './terms';

/** Files of two builds came together: the site was published anew, or an old file was in a cache. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
}

/** What was found by words. */
interface Lookup {
  /** Rows, best first, each with a way to its text. */
  readonly hits: ReadonlyMap<number, PagefindResult>;
  readonly missing: readonly string[];
}

const nothing: Lookup = { hits: new Map(), missing: [] };

export interface Engine {
  readonly table: () => Promise<Table>;
  /** What the fit check needs of each row, as it was written. */
  readonly fitColumns: () => Promise<FitColumns>;
  /** The rows with these words, best first; undefined for no words. */
  readonly find: (words: string) => Promise<readonly number[] | undefined>;
  /** Which of these words no opportunity has, so that nothing can be found. */
  readonly missing: (words: string) => Promise<readonly string[]>;
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
 * nothing comes from a cache. Its promises reject with a `SearchLoadError`, a `ColumnsError`, a `DictionaryError`, a
 * `StaleSearchError` or what Pagefind throws; after that it is of no more use, and another one is to be made.
 */
export function createEngine(urls: SearchUrls, locale: string, tag: string, fresh = false): Engine {
  const load = <T>(url: string) => fetchJson<T>(`${url}?v=${tag}`, fresh ? 'reload' : 'default');
  const table = once(async () => readColumns(await load<Columns>(urls.columns)));
  const fitColumns = once(async () => {
    const [file, { index }] = await Promise.all([load<FitColumns>(urls.fit), table()]);
    if (file.index !== index)
      throw new StaleSearchError('The columns of the fit check are not those of the facets.');
    return file;
  });
  const openedIndex = once(() => openIndex(urls.bundle, tag, fresh));
  const dictionary = once(async () => {
    const [read, { index }] = await Promise.all([
      load<DictionaryFile>(urls.words).then(readDictionary),
      table(),
    ]);
    if (read.index !== index) throw new StaleSearchError('The dictionary is not that of the columns.');
    return read;
  });

  /** "Nothing" is believed only of an index that is the published one. */
  const assertCurrent = async (index: string) => {
    const entry = await fetchJson<{ languages: Record<string, { hash: string } | undefined> }>(
      `${urls.bundle}pagefind-entry.json?now=${Date.now()}`,
      'no-store',
    );
    if (entry.languages[locale]?.hash !== index)
      throw new StaleSearchError('The index is not that of the columns.');
  };

  const lookUp = async (words: string): Promise<Lookup> => {
    const query = readQuery(words);
    const { rowOf, size } = await table();
    if (size === 0 || (words !== '' && query.text === '')) return nothing;
    const index = await openedIndex();
    // First the words alone, since each also loads its part of the index.
    const resolved = await resolveTerms(index, dictionary, query.terms);
    const missing = resolved.filter(({ words: known }) => known.length === 0).map(({ term }) => term);
    const queries = query.terms.length > 0 ? queriesOf(resolved) : [query.text === '' ? null : query.text];
    const answers = await Promise.all(queries.map((one) => index.search(one)));
    // Found by several, it stands where it is best.
    const results = answers.length === 1 ? answers : [answers.flat().sort((a, b) => b.score - a.score)];
    const hits = new Map<number, PagefindResult>();
    for (const result of results.flat()) {
      const row = rowOf.get(result.id);
      if (row === undefined) throw new StaleSearchError(`The columns don’t have ${result.id}.`);
      if (!hits.has(row)) hits.set(row, result);
    }
    return { hits, missing };
  };

  /** What can't be loaded, or isn't found, may be because the site was published anew: then that is the error. */
  const lookUpLive = async (words: string): Promise<Lookup> => {
    const { index, size } = await table();
    try {
      const found = await lookUp(words);
      if (found.hits.size === 0 && size > 0) await assertCurrent(index);
      return found;
    } catch (error) {
      if (error instanceof SearchLoadError) await assertCurrent(index);
      throw error;
    }
  };

  let last: { readonly words: string; readonly found: Promise<Lookup> } | undefined;
  const found = (words: string): Promise<Lookup> => {
    if (last?.words !== words) last = { words, found: lookUpLive(words) };
    return last.found;
  };

  return {
    table,
    fitColumns,
    find: async (words) => (words === '' ? undefined : [...(await found(words)).hits.keys()]),
    missing: async (words) => (words === '' ? [] : (await found(words)).missing),
    cards: async (words, rows) => {
      const [known, { hits }] = await Promise.all([table(), found(words)]);
      return Promise.all(
        rows.map(async (row): Promise<Card> => {
          const hit = hits.get(row);
          if (!hit) throw new StaleSearchError(`The index doesn’t have row ${row}.`);
          const { url, meta, excerpt, locations, filters } = await hit.data();
          const facts = rowFacts(known, row);
          const lang = facts.shownIn ?? locale;
          return {
            ...facts,
            id: filters.id?.[0] ?? url,
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
      found(last?.words ?? '').catch(() => {});
    },
  };
}
