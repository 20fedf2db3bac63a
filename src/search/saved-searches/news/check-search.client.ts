/** Checks with the real search what is new in a saved search: exact, also for words. */
import type { SavedSearch } from '@/device/storage/searches/searches-store';
import type { KnownLanguages } from '@/model/language-needs';
import type { FacetTable } from '../../facets/facet-columns';
import { parseAddress } from '../../facets/search-address';
import { rowIdsFile } from '../../page/search-paths';
import type { SearchEngine } from '../../query/engine.client';
import { loadJson } from '../../query/load-file.client';
import { findMatches, unseenRows } from './find-news';
import { readRowIds, type RowIds } from './row-ids';

/** Thrown where the ids and the columns are of two builds: the site is being published just now. */
class RowIdsError extends Error {
  override readonly name = 'RowIdsError';
}

/** Loads the hashed ids of the rows of a table; `root` is that of the site. */
export async function loadRowIds(
  root: string,
  locale: string,
  table: Pick<FacetTable, 'index' | 'size'>,
): Promise<readonly string[]> {
  const url = `${root}${rowIdsFile(locale)}?v=${table.index}`;
  const ids = readRowIds(await loadJson<RowIds>(url, 'default'), table);
  if (!ids) throw new RowIdsError(`${url} is not of the columns.`);
  return ids;
}

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

/** Checks a search at an instant (ms), for a visitor who knows these languages. Rejects as the engine does, or with a `RowIdsError`. */
export async function checkSearch(
  search: Pick<SavedSearch, 'address' | 'seen'>,
  engine: Pick<SearchEngine, 'table' | 'find'>,
  idsOf: (table: FacetTable) => Promise<readonly string[]>,
  now: number,
  known: KnownLanguages,
): Promise<CheckedSearch> {
  const state = parseAddress(search.address);
  const table = await engine.table();
  const [lookup, ids] = await Promise.all([
    engine.find({ words: state.q, exact: state.exact }),
    idsOf(table),
  ]);
  const rows = findMatches(table, state, lookup, now, known);
  return { index: table.index, rows, fresh: unseenRows(search, rows, ids), ids };
}
