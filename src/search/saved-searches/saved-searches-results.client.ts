/**
 * Saving a search, and what is new in the results of a saved one. Loaded on a press, or where searches are saved already.
 */
import {
  searchesStore,
  searchId,
  withSeen,
  type SavedSearch,
} from '@/device/storage/searches/searches-store';
import { standingKey } from '@/device/storage/keys';
import {
  changeStore,
  readStore,
  readStoredText,
  storeValue,
  type StorageProblem,
} from '@/device/storage/storage.client';
import type { FilterResult } from '../facets/filter-opportunities';
import type { SearchState } from '../facets/search-address';
import { createEngine, type SearchEngine } from '../query/engine.client';
import type { Lookup } from '../query/lookup';
import { checkSearch } from './news/check-search.client';
import { fullMatches, savedAddress, unseenRows } from './news/find-news';
import { readFitProfile } from '@/device/storage/fit/fit-answers.client';

/** The outcome of pressing the button that saves a search. */
export type SearchToggle = 'saved' | 'removed' | 'failed' | StorageProblem;

/** Returns a test for this search: words belong to a language, filters are the same in all. */
const isOf = (state: SearchState, locale: string) => {
  const address = savedAddress(state);
  return (search: SavedSearch) => search.address === address && (state.q === '' || search.lang === locale);
};

/** True if a search is saved. */
export function isSearchSaved(state: SearchState, locale: string): boolean {
  return readStore(searchesStore).some(isOf(state, locale));
}

/** Saves a search, with all that it finds now as seen; or removes it where it is saved. */
export async function toggleSearch(state: SearchState, label: string, locale: string): Promise<SearchToggle> {
  const isThis = isOf(state, locale);
  if (isSearchSaved(state, locale)) {
    const outcome = changeStore(searchesStore, (items) => items.filter((item) => !isThis(item)));
    return outcome === 'stored' ? 'removed' : outcome;
  }
  const now = Date.now();
  const address = savedAddress(state);
  const engine = createEngine({ root: '/', locale, tag: String(now) });
  const { languages } = readFitProfile();
  const { rows, ids } = await checkSearch({ address, lang: locale, seen: '' }, engine, now, languages);
  const at = new Date(now).toISOString();
  const search = {
    id: searchId(locale, address),
    lang: locale,
    address,
    label: label.slice(0, 300),
    savedAt: at,
    lookedAt: at,
    seen: '',
  };
  const seen = rows.map((row) => ids[row] ?? '');
  const outcome = changeStore(searchesStore, (items) => [...items, withSeen(search, seen, now)]);
  if (outcome !== 'stored') return outcome;
  if (readStoredText(standingKey) === null) storeValue(standingKey, '2');
  return 'saved';
}

/** The results of a saved search, with what is new first. */
export interface ResultNews {
  readonly rows: readonly number[];
  /** True if some are new, and the order isn't one that the visitor has chosen. */
  readonly hasNew: boolean;
  readonly isNew: (row: number) => boolean;
  /** Notes that rows are shown to the visitor. */
  readonly show: (rows: readonly number[]) => void;
}

/** By search, the hashes of results that were new when this page first showed them: they stay so until it is left. */
const newOnPage = new Map<string, Set<string>>();

/** Finds what is new in results; undefined where the search isn't saved, or nothing can be known. */
export async function findResultNews(
  state: SearchState,
  {
    lookup,
    found,
    loadIds,
    locale,
  }: {
    readonly lookup: Lookup | undefined;
    readonly found: FilterResult;
    readonly loadIds: SearchEngine['ids'];
    readonly locale: string;
  },
): Promise<ResultNews | undefined> {
  const isThis = isOf(state, locale);
  const search = readStore(searchesStore).find(isThis);
  if (!search) return undefined;
  const ids = await loadIds().catch(() => undefined);
  if (!ids) return undefined;
  const hashOf = (row: number) => ids[row] ?? '';
  const matches = fullMatches(found, lookup);
  const before = newOnPage.get(search.id) ?? new Set();
  const fresh = new Set([
    ...unseenRows(search, matches, ids),
    ...matches.filter((row) => before.has(hashOf(row))),
  ]);
  newOnPage.set(search.id, new Set([...before, ...[...fresh].map(hashOf)]));
  const hasNew = fresh.size > 0 && state.sort === undefined;
  const isNew = (row: number) => fresh.has(row);
  const { rows } = found;
  return {
    rows: hasNew ? [...rows.filter(isNew), ...rows.filter((row) => !isNew(row))] : rows,
    hasNew,
    isNew,
    show: (shown) => {
      const now = Date.now();
      changeStore(searchesStore, (items) =>
        items.map((item) => (isThis(item) ? withSeen(item, shown.map(hashOf), now) : item)),
      );
    },
  };
}
