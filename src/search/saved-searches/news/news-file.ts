/**
 * The opportunities that changed last, as far as they fit into 4 kB: with these the home page tells at once what is new
 * in a saved search without words.
 */
import type { FacetColumns } from '../../facets/facet-columns';
import type { RowIds } from '../../cards/row-ids';

/** The largest size of the file in bytes, compressed as most hosts do it. */
export const maxNewsBytes = 3900;

/** The file `search/<locale>.news.json`: columns of only some opportunities, all of which were open at the build. */
export interface NewsFile extends FacetColumns, RowIds {
  /** True if it has all that were open. */
  readonly isAll: boolean;
}
