/** Everything that the search loads: the facet columns, and the index when there is something to look up. */
import { rowFacts, type ResultCard } from '../ui/card';
import { readColumns, sumOf, type FacetColumns, type FacetTable } from '../facets/columns';
import { readDictionary, type Dictionary, type DictionaryFile } from './dictionary';
import { properText, readExcerpt } from '../words/excerpt';
import type { FitColumns } from '../facets/fit-columns';
import { lookUp, nothing, type Lookup } from './look-up.client';
import { readMeanings, type SynonymsFile } from './meanings';
import { openIndex, SearchLoadError, type PagefindResult } from './pagefind.client';
import type { SearchUrls } from '../page/props';

/** Files of two builds came together: the site was published anew, or an old file was in a cache. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
}

const isOther = (what: string) => new StaleSearchError(`${what} is not that of the columns.`);

/** What is searched for. */
export interface SearchQuestion {
  readonly words: string;
  /** Only as typed. */
  readonly exact: boolean;
}

export interface SearchEngine {
  readonly table: () => Promise<FacetTable>;
  /** What the fit check needs of each row, as it was written. */
  readonly fitColumns: () => Promise<FitColumns>;
  /** The words of the index. */
  readonly dictionary: () => Promise<Dictionary>;
  /** What was found by these words, and how they were read; undefined for no words. */
  readonly find: (asked: SearchQuestion) => Promise<Lookup | undefined>;
  /** The cards of some rows, with excerpts about these words. */
  readonly cards: (asked: SearchQuestion, rows: readonly number[]) => Promise<readonly ResultCard[]>;
  /** Begins to load what the next search will need. */
  readonly warm: () => void;
}

/** Does it when it is first asked for, and once; again only where that failed. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (!kept) {
      kept = load();
      kept.catch(() => (kept = undefined));
    }
    return kept;
  };
}

async function fetchJson<T>(url: string, cache: RequestCache): Promise<T> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new SearchLoadError(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}

/**
 * The search of one language. `tag` is part of addresses that would otherwise be cached across builds; with `fresh`
 * nothing comes from a cache. Its promises reject with a `SearchLoadError`, a `ColumnsError`, a `DictionaryError`, a
 * `MeaningsError`, a `StaleSearchError` or what Pagefind throws; after that it is of no more use, and another one is to be made.
 */
export function createEngine(urls: SearchUrls, locale: string, tag: string, fresh = false): SearchEngine {
  const load = <T>(url: string) => fetchJson<T>(`${url}?v=${tag}`, fresh ? 'reload' : 'default');
  const table = once(async () => readColumns(await load<FacetColumns>(urls.columns)));
  const fitColumns = once(async () => {
    const [file, { index }] = await Promise.all([load<FitColumns>(urls.fit), table()]);
    if (file.index !== index) throw isOther('The fit check’s index');
    return file;
  });
  const openedIndex = once(() => openIndex(urls.bundle, tag, fresh));
  const dictionary = once(async () => {
    const [read, { index }] = await Promise.all([
      load<DictionaryFile>(urls.words).then(readDictionary),
      table(),
    ]);
    if (read.index !== index) throw isOther('The dictionary');
    return read;
  });

  /** "Nothing" is believed only of an index that is the published one. */
  const assertCurrent = async (index: string) => {
    const entry = await fetchJson<{ languages: Record<string, { built: string } | undefined> }>(
      `${urls.bundle}pagefind-entry.json?now=${Date.now()}`,
      'no-store',
    );
    if (entry.languages[locale]?.built !== index) throw isOther('The index');
  };

  const synonyms = once(() => load<SynonymsFile>(urls.meanings));
  const meanings = once(async () => readMeanings([await synonyms()], locale));
  const names = once(async () =>
    readMeanings(await Promise.all([synonyms(), load<SynonymsFile>(urls.names)]), locale),
  );

  /** All rows, each with a way to its text: the index has them in the order of the columns. */
  const everything = once(async (): Promise<readonly PagefindResult[]> => {
    const [{ ids }, index] = await Promise.all([table(), openedIndex()]);
    const results = await index.search(null);
    if (sumOf(results.map(({ id }) => id)) !== ids) throw isOther('The index');
    return results;
  });
  /** Rows by the ids of the index, which are all of it. */
  const rowById = once(async () => new Map((await everything()).map(({ id }, row) => [id, row])));

  const look = async ({ words, exact }: SearchQuestion): Promise<Lookup> => {
    // What words stand for comes beside the index, not after it.
    if (!exact) void meanings().catch(() => {});
    openedIndex().catch(() => {});
    const known = await table();
    if (known.size === 0) return nothing;
    const rows = await rowById();
    return lookUp(words, exact, {
      locale,
      table: known,
      index: await openedIndex(),
      // Who needs the one needs the other.
      dictionary: () => {
        if (!exact) names().catch(() => {});
        return dictionary();
      },
      meanings,
      names,
      rowOf: (id) => rows.get(id) ?? 0,
      now: Date.now(),
    });
  };

  /** What can't be loaded, or isn't found, may be because the site was published anew: then that is the error. */
  const lookLive = async (asked: SearchQuestion): Promise<Lookup> => {
    try {
      const found = await look(asked);
      const { index, size } = await table();
      if (found.hits.size === 0 && size > 0) await assertCurrent(index);
      return found;
    } catch (error) {
      if (error instanceof SearchLoadError) await assertCurrent((await table()).index);
      throw error;
    }
  };

  let last: (SearchQuestion & { readonly found: Promise<Lookup> }) | undefined;
  const found = (asked: SearchQuestion): Promise<Lookup> => {
    if (last?.words !== asked.words || last.exact !== asked.exact)
      last = { ...asked, found: lookLive(asked) };
    return last.found;
  };

  const cardOf = async (known: FacetTable, row: number, hit: PagefindResult | undefined, marks: boolean) => {
    if (!hit) throw isOther('The index');
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
      excerpt: marks && locations.length > 0 ? readExcerpt(excerpt, lang) : undefined,
    } satisfies ResultCard;
  };

  return {
    table,
    fitColumns,
    dictionary,
    find: async (asked) => (asked.words === '' ? undefined : found(asked)),
    cards: async (asked, rows) => {
      const known = await table();
      const { hits } = asked.words === '' ? nothing : await found(asked);
      return Promise.all(
        rows.map(async (row) => {
          const hit = hits.get(row);
          return hit ? cardOf(known, row, hit, true) : cardOf(known, row, (await everything())[row], false);
        }),
      );
    },
    warm: () => {
      // What fails here fails again, and is told, when it is needed.
      openedIndex().catch(() => {});
      meanings().catch(() => {});
    },
  };
}
