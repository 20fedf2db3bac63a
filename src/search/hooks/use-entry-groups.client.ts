import { useEffect, useState } from 'react';
import type { Labels } from '../facets/labels';
import type { SearchIslandProps } from '../page/search-props';
import type { EntryGroups } from '../entries/find-entry-groups.client';
import type * as Parts from '../page/lazy-parts.client';
import { loadLazyParts } from './use-lazy-parts.client';
import type { ResultsState } from './use-results.client';

/** The entries that the words find, and the components that show them. */
type LoadedGroups = EntryGroups & Pick<typeof Parts, 'GroupSummary' | 'GroupList'>;

/**
 * Finds entries besides opportunities. It runs after the opportunities are shown, so it never delays them; on failure
 * there are none. Undefined until they are found, and for a search without words.
 */
export function useEntryGroups(
  props: SearchIslandProps,
  labels: Labels,
  results: ResultsState,
): LoadedGroups | undefined {
  const { status, of } = results;
  const isNeeded = status === 'ready' && of.q !== '';
  // The same words find the same entries, whatever the filters.
  const key = `${of.exact ? 'exact' : 'free'} ${of.q}`;
  const [found, setFound] = useState<{ readonly key: string; readonly shown: LoadedGroups }>();
  useEffect(() => {
    if (!isNeeded || found?.key === key) return undefined;
    let isStale = false;
    const load = async () => {
      const parts = await loadLazyParts();
      const groups = await parts.findEntryGroups(props, labels, results);
      if (!isStale) setFound({ key, shown: { ...groups, ...parts } });
    };
    load().catch(() => {});
    return () => {
      isStale = true;
    };
  }, [props, labels, results, isNeeded, key, found?.key]);
  return status !== 'error' && found?.key === key ? found.shown : undefined;
}
