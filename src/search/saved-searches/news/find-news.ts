/** Finds what is new in a saved search. Pure. */
import { shortHash, splitHashes } from '@/model/short-hash';
import type { SavedSearch } from '@/device/storage/searches/searches-store';
import { readColumns, type FacetTable } from '../../facets/facet-columns';
import { filterOpportunities, type FilterResult } from '../../facets/filter-opportunities';
import { searchedLanguages } from '../../facets/language-fit';
import type { KnownLanguages } from '@/model/language-needs';
import { parseAddress, serializeAddress, type SearchState } from '../../facets/search-address';
import type { Lookup } from '../../query/lookup';
import type { NewsFile } from './news-file';
import { readRowIds } from '../../cards/row-ids';

/** The address under which a search is saved: order and page don't matter. */
export function savedAddress(state: SearchState): string {
  return serializeAddress({ ...state, sort: undefined, page: 1 });
}

/** True if time alone can add results: days until closing, or closed ones. */
const dependsOnTime = ({ closes, chosen: { status } }: SearchState) =>
  closes !== undefined || status.includes('closed');

/** True if the home page's file has everything that a search could find. */
const isAboutOpen = ({ chosen: { status } }: SearchState) => status.join() === 'open';

/** The results that match in full: all the words, and no further language needed. */
export function fullMatches(
  { rows, unmet }: Pick<FilterResult, 'rows' | 'unmet'>,
  lookup: Pick<Lookup, 'groups'> | undefined,
): readonly number[] {
  return rows.filter((row) => (lookup?.groups.get(row) ?? 'all') === 'all' && unmet(row).length === 0);
}

/** Who searches: their languages in their answers to the fit check, and the language of the site that they read. */
interface Searcher {
  readonly known: KnownLanguages;
  readonly locale: string;
}

/** The rows that a search finds in full at an instant (ms), in the order of the results. */
export function findMatches(
  table: FacetTable,
  state: SearchState,
  lookup: Pick<Lookup, 'rows' | 'groups'> | undefined,
  now: number,
  { known, locale }: Searcher,
): readonly number[] {
  const languages = searchedLanguages(state.chosen.lang, known, locale);
  return fullMatches(filterOpportunities(table, state, lookup?.rows, now, { languages }), lookup);
}

/** The rows whose opportunities the visitor has never seen in this search. */
export function unseenRows(
  { seen }: Pick<SavedSearch, 'seen'>,
  rows: readonly number[],
  ids: readonly string[],
): readonly number[] {
  const known = new Set(splitHashes(seen));
  return rows.filter((row) => !known.has(ids[row] ?? ''));
}

/** The new results of a search, counted without searching: exact, or at least so many. */
export interface Glance {
  readonly search: SavedSearch;
  readonly count: number;
  readonly isExact: boolean;
}

/** Returns the mark of a search without news: other data, or other answers of the visitor's, make another mark. */
const noteOf = (version: string, known: KnownLanguages) =>
  shortHash(`${version} ${[...known].sort().join(' ')}`, 8);

/** True if nothing is new in a version of the search's data, for a visitor with these languages. */
export function hasNothingIn(search: SavedSearch, version: string, known: KnownLanguages): boolean {
  return search.nothingIn === noteOf(version, known);
}

/** A search in which nothing was new in a version of its data, unless time can change that. */
export function withNothingIn(search: SavedSearch, version: string, known: KnownLanguages): SavedSearch {
  return dependsOnTime(parseAddress(search.address))
    ? search
    : { ...search, nothingIn: noteOf(version, known) };
}

/** Counts the new results of a search at an instant (ms) in the file of the latest changes. */
export function glanceAt(search: SavedSearch, file: NewsFile, now: number, known: KnownLanguages): Glance {
  const state = parseAddress(search.address);
  if (state.q !== '' || !isAboutOpen(state)) return { search, count: 0, isExact: false };
  const table = readColumns(file);
  const ids = readRowIds(file, table) ?? [];
  const searcher = { known, locale: search.lang };
  const count = unseenRows(search, findMatches(table, state, undefined, now, searcher), ids).length;
  return { search, count, isExact: file.isAll };
}
