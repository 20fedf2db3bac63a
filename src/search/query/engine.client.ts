/** Loads everything for the search: the facet columns, the terms when there are words, and the texts of results. */
import { columnFacts, unpackResult, type ResultCard } from '../ui/results/result-card';
import { readColumns, type FacetColumns, type FacetTable } from '../facets/facet-columns';
import { readDictionary, type Dictionary, type DictionaryFile } from './dictionary';
import type { FitColumns } from '../facets/fit-columns';
import { findCard, type PackedCard } from '../cards/card-files';
import { emptyLookup, findOpportunities, type Lookup } from '../terms/find-opportunities.client';
import { openTerms } from '../terms/open-terms.client';
import type { TermsFile } from '../terms/term-directory';
import { markWords } from '../words/excerpt';
import { cardFile, shardFile } from '../page/search-paths';
import { readSynonyms, type SynonymsFile } from './synonyms';
import { loadFile, loadJson, SearchLoadError } from './load-file.client';
import type { SearchUrls } from '../page/search-props';

/** Thrown where files of two builds are mixed: the site was published again, or an old file was cached. */
export class StaleSearchError extends Error {
  override readonly name = 'StaleSearchError';
}

const staleError = () => new StaleSearchError('Not all files are of one build.');

/** The words to search for. */
interface SearchQuery {
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
  /** The cards of rows, with the words marked. */
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

/**
 * Creates the search of one language. `tag` is part of addresses that would otherwise be cached across builds; with
 * `fresh` nothing comes from a cache. Its promises reject with a `SearchLoadError`, a `ColumnsError`, a
 * `DictionaryError`, a `SynonymsError`, a `TermsError` or a `StaleSearchError`; then create a new engine.
 */
export function createEngine(urls: SearchUrls, locale: string, tag: string, fresh = false): SearchEngine {
  const load = <T>(url: string) => loadJson<T>(`${url}?v=${tag}`, fresh ? 'reload' : 'default');
  const table = loadOnce(async () => readColumns(await load<FacetColumns>(urls.columns)));
  const fitColumns = loadOnce(async () => {
    const [file, { index }] = await Promise.all([load<FitColumns>(urls.fit), table()]);
    if (file.index !== index) throw staleError();
    return file;
  });
  /** Named after their content, they never change. */
  const named = (file: string) => loadFile(`${urls.root}${file}`, 'default');
  const terms = loadOnce(async () => {
    const [opened, { index }] = await Promise.all([
      openTerms(locale, {
        directory: () => load<TermsFile>(urls.terms),
        shard: async (name) => (await named(shardFile(locale, name))).text(),
      }),
      table(),
    ]);
    if (opened.index !== index) throw staleError();
    return opened;
  });
  const cardFiles = new Map<string, Promise<readonly PackedCard[]>>();
  const loadCards = (name: string) => {
    const known =
      cardFiles.get(name) ??
      named(cardFile(locale, name)).then((response) => response.json() as Promise<readonly PackedCard[]>);
    cardFiles.set(name, known);
    known.catch(() => cardFiles.delete(name));
    return known;
  };
  const dictionary = loadOnce(async () => {
    const [read, { index }] = await Promise.all([
      load<DictionaryFile>(urls.words).then(readDictionary),
      table(),
    ]);
    if (read.index !== index) throw staleError();
    return read;
  });

  const loadSynonymsFile = loadOnce(() => load<SynonymsFile>(urls.meanings));
  const synonyms = loadOnce(async () => readSynonyms([await loadSynonymsFile()], locale));
  const names = loadOnce(async () =>
    readSynonyms(await Promise.all([loadSynonymsFile(), load<SynonymsFile>(urls.names)]), locale),
  );

  const lookUpCached = async ({ words, exact }: SearchQuery): Promise<Lookup> => {
    // Synonyms are loaded concurrently with the terms, not after them.
    if (!exact) void synonyms().catch(() => {});
    terms().catch(() => {});
    const known = await table();
    if (known.size === 0) return emptyLookup;
    return findOpportunities(words, exact, {
      locale,
      table: known,
      terms: await terms(),
      // A search that needs one needs the other.
      dictionary: () => {
        if (!exact) names().catch(() => {});
        return dictionary();
      },
      synonyms,
      names,
    });
  };

  /** A failed load may mean that the site was published again: then that is the error. */
  const lookUpCurrent = async (query: SearchQuery): Promise<Lookup> => {
    try {
      return await lookUpCached(query);
    } catch (error) {
      if (error instanceof SearchLoadError && !fresh) {
        const { index } = await loadJson<TermsFile>(`${urls.terms}?now=${Date.now()}`, 'no-store');
        if (index !== (await table()).index) throw staleError();
      }
      throw error;
    }
  };

  let last: (SearchQuery & { readonly found: Promise<Lookup> }) | undefined;
  const found = (query: SearchQuery): Promise<Lookup> => {
    if (last?.words !== query.words || last.exact !== query.exact)
      last = { ...query, found: lookUpCurrent(query) };
    return last.found;
  };

  const cardOf = async (row: number, { marked }: Lookup): Promise<ResultCard> => {
    const known = await table();
    const at = findCard(known, row);
    const texts = at && (await loadCards(at.file))[at.place];
    if (!texts) throw staleError();
    const card = unpackResult({ facts: columnFacts(known, row), texts }, locale);
    return {
      ...card,
      // Without words nothing of the terms is loaded.
      excerpt: marked.length > 0 ? markWords(card.summary, marked, (await terms()).language) : undefined,
    };
  };

  return {
    table,
    fitColumns,
    dictionary,
    find: async (query) => (query.words === '' ? undefined : found(query)),
    cards: async (query, rows) => {
      const lookup = query.words === '' ? emptyLookup : await found(query);
      return Promise.all(rows.map((row) => cardOf(row, lookup)));
    },
    preload: () => {
      // A failure here is repeated and reported when the data is needed.
      terms().catch(() => {});
      synonyms().catch(() => {});
    },
  };
}
