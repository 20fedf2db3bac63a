import { entryTypes, type EntryResult, type EntryType } from './entries-file';
import { findEntries } from './find-entries';
import type { Labels } from '../facets/labels';
import { loadEntries } from './load-entries.client';
import type { SearchIslandProps } from '../page/search-props';
import type { ResultsState } from '../hooks/use-results.client';

export interface EntryGroup {
  readonly type: EntryType;
  /** Best first, at least one. */
  readonly entries: readonly EntryResult[];
}

export interface EntryGroups {
  readonly groups: readonly EntryGroup[];
  /** Words found instead of the typed ones, where the opportunities' results don't show them. */
  readonly replacements: readonly string[];
}

/**
 * Finds entries for the query of the opportunities' results, with their interpretation. Rejects where the data can't be
 * loaded.
 */
export async function findEntryGroups(
  { others, locale }: SearchIslandProps,
  { option }: Labels,
  { of, corrected, missing, synonymMatches }: ResultsState,
): Promise<EntryGroups> {
  const index = await loadEntries(others.entries, locale);
  const { entries, replacements } = findEntries(index, {
    words: of.q,
    exact: of.exact,
    corrected,
    missing,
    synonymMatches,
    nameOf: option,
  });
  const groups = entryTypes.map((type) => ({
    type,
    entries: entries.filter((entry) => entry.type === type),
  }));
  return { groups: groups.filter((group) => group.entries.length > 0), replacements };
}
