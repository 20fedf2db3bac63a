/** Finds the existing feed that is closest to a search. Pure. */
import { isNarrowed, withValues, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue } from './language-value';
import type { FeedFolders } from '../page/search-props';

/** The facets of whose values each in use has a feed, the most specific first. */
const mostSpecificFirst: readonly FacetId[] = ['task', 'lang', 'cause', 'country', 'sdg', 'region', 'kind'];

interface NearestFeed {
  readonly folder: string;
  /** The value that it is for; missing for all open opportunities. */
  readonly choice?: { readonly facet: FacetId; readonly value: string };
  /** True if it has exactly the results of the search. */
  readonly isExact: boolean;
}

/**
 * Finds the feed to follow instead of a search: that of its most specific facet with a single value which is in use, else
 * that of all open opportunities. Order and page don't matter.
 */
export function findNearestFeed(
  state: SearchState,
  { browse, open }: FeedFolders,
  isInUse: (facet: FacetId, value: string) => boolean,
): NearestFeed {
  for (const facet of mostSpecificFirst) {
    const [chosen, ...others] = state.chosen[facet];
    if (chosen === undefined || others.length > 0) continue;
    const value = facet === 'lang' ? splitLanguageValue(chosen).tag : chosen;
    if (!isInUse(facet, value)) continue;
    return {
      folder: `${browse}${facet}/${value}/`,
      choice: { facet, value },
      isExact: value === chosen && !isNarrowed(withValues(state, facet, [])),
    };
  }
  return { folder: open, isExact: !isNarrowed(state) };
}
