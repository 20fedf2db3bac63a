/**
 * The opportunities that changed last, in about 3 kB: with these the home page tells at once what is new in a saved search
 * without words.
 */
import type { FacetColumns } from '../../facets/facet-columns';
import type { RowIds } from '../../cards/row-ids';

/** The file has at most so many opportunities. */
export const mostNews = 200;

/** The file `search/<locale>.news.json`: columns of only some opportunities, all of which were open at the build. */
export interface NewsFile extends FacetColumns, RowIds {
  /** True if it has all that were open. */
  readonly isAll: boolean;
}
