import { useEffect, useState } from 'react';
import type { Labels } from '../facets/labels';
import type { SearchProps } from '../page/props';
import type { Groups } from '../entries/find-groups.client';
import type * as Parts from '../page/later.client';
import type { Results } from './use-results.client';

/** What words find beside opportunities, and the parts that show it. */
type Shown = Groups & Pick<typeof Parts, 'GroupSummary' | 'GroupList'>;

/**
 * What a search finds beside opportunities. It is looked for when these are shown, so it never delays them; where it
 * can't be had, there is none. Undefined until it is known, and for a search without words.
 */
export function useGroups(props: SearchProps, labels: Labels, results: Results): Shown | undefined {
  const { status, of } = results;
  const isAsked = status === 'ready' && of.q !== '';
  // The same words find the same, however opportunities are filtered.
  const key = `${of.exact ? 'exact' : 'free'} ${of.q}`;
  const [found, setFound] = useState<{ readonly key: string; readonly shown: Shown }>();
  useEffect(() => {
    if (!isAsked || found?.key === key) return undefined;
    let isStale = false;
    const look = async () => {
      const { findGroups, GroupSummary, GroupList } = await import('../page/later.client');
      const groups = await findGroups(props, labels, results);
      if (!isStale) setFound({ key, shown: { ...groups, GroupSummary, GroupList } });
    };
    look().catch(() => {});
    return () => {
      isStale = true;
    };
  }, [props, labels, results, isAsked, key, found?.key]);
  return status !== 'error' && found?.key === key ? found.shown : undefined;
}
