/** Checks with the real search what is new in a saved search: exact, also for words. */
import type { SavedSearch } from '@/device/storage/searches/searches-store';
import type { KnownLanguages } from '@/model/language-needs';
import { parseAddress } from '../../facets/search-address';
import type { SearchEngine } from '../../query/engine.client';
import { findMatches, unseenRows } from './find-news';

/** The present results of a search. */
interface CheckedSearch {
  /** The version of the data. */
  readonly index: string;
  /** The rows that it finds, and those of them that the visitor has never seen in it. */
  readonly rows: readonly number[];
  readonly fresh: readonly number[];
  /** The hash of each row. */
  readonly ids: readonly string[];
}

/** Checks a search at an instant (ms), for a visitor who knows these languages. Rejects as the engine does. */
export async function checkSearch(
  search: Pick<SavedSearch, 'address' | 'lang' | 'seen'>,
  engine: Pick<SearchEngine, 'table' | 'ids' | 'find'>,
  now: number,
  known: KnownLanguages,
): Promise<CheckedSearch> {
  const state = parseAddress(search.address);
  const table = await engine.table();
  const [lookup, ids] = await Promise.all([engine.find(state.q), engine.ids()]);
  const rows = findMatches(table, state, lookup, now, { known, locale: search.lang });
  return { index: table.index, rows, fresh: unseenRows(search, rows, ids), ids };
}
