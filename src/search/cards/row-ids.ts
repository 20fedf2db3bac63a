/**
 * The hashed ids of all opportunities of a language, in the order of the columns. Loaded only where there are saved
 * searches, which remember what was seen by these, or saved opportunities.
 */
import type { hashLength } from '@/model/short-hash';
import type { FacetTable } from '../facets/facet-columns';

/** The file `search/<locale>.ids.json`. */
export interface RowIds {
  /** The version of the index that the rows belong to: see `searchVersion`. */
  readonly index: string;
  /** One hash after the other. */
  readonly ids: string;
}

/** Written out: every search loads this, and the code of hashes only where something is saved. */
const signs: typeof hashLength = 6;
const eachHash = new RegExp(`.{${signs}}`, 'g');

/** The hash of each row; undefined where the file isn't of the same build as the columns. */
export function readRowIds(
  { index, ids }: RowIds,
  table: Pick<FacetTable, 'index' | 'size'>,
): readonly string[] | undefined {
  const hashes = ids.match(eachHash) ?? [];
  return index === table.index && hashes.length === table.size ? hashes : undefined;
}
