import { entryTypes, type EntryResult, type EntryType } from './entries';
import { findEntries } from './find-entries';
import type { Labels } from '../facets/labels';
import { loadEntries } from './load-entries.client';
import type { SearchProps } from '../page/props';
import type { Results } from '../hooks/use-results.client';

export interface Group {
  readonly type: EntryType;
  /** Best first, at least one. */
  readonly entries: readonly EntryResult[];
}

export interface Groups {
  readonly groups: readonly Group[];
  /** Words that were looked for instead of what was typed, where the opportunities' results don't say so. */
  readonly instead: readonly string[];
}

/** What the words of a search find beside opportunities, whose results say how they are read. Rejects where that can't be loaded. */
export async function findGroups(
  { others, locale }: SearchProps,
  { option }: Labels,
  { of, corrected, missing, meant }: Results,
): Promise<Groups> {
  const index = await loadEntries(others.entries, locale);
  const { entries, instead } = findEntries(index, {
    words: of.q,
    exact: of.exact,
    corrected,
    missing,
    meant,
    nameOf: option,
  });
  const groups = entryTypes.map((type) => ({
    type,
    entries: entries.filter((entry) => entry.type === type),
  }));
  return { groups: groups.filter((group) => group.entries.length > 0), instead };
}
