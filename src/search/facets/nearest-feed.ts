/** Finds the existing feed that is closest to a search. Pure. */
import { isNarrowed, withValues, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue } from './language-value';
import type { FeedFolders } from '../page/search-props';

/** The facets of whose values each in use has a feed, the most specific first. */
const mostSpecificFirst: readonly FacetId[] = ['task', 'lang', 'cause', 'country', 'sdg', 'region', 'kind'];

interface Choice {
  readonly facet: FacetId;
  readonly value: string;
}

interface NearestFeed {
  readonly folder: string;
  /** The values that it is for: a task type and a language, one value, or none for all open opportunities. */
  readonly choices: readonly Choice[];
  /** True if it has exactly the results of the search. */
  readonly isExact: boolean;
}

/**
 * Finds the feed to follow instead of a search: that of its task type and language if it finds something, that of its most
 * specific facet with a single value which is in use, else that of all open opportunities. Order and page don't matter.
 */
export function findNearestFeed(
  state: SearchState,
  { browse, open }: FeedFolders,
  {
    isInUse,
    isFound,
  }: { readonly isInUse: (facet: FacetId, value: string) => boolean; readonly isFound: boolean },
): NearestFeed {
  const single = mostSpecificFirst.flatMap((facet): Choice[] => {
    const [chosen, ...others] = state.chosen[facet];
    if (chosen === undefined || others.length > 0) return [];
    const value = facet === 'lang' ? splitLanguageValue(chosen).tag : chosen;
    return isInUse(facet, value) ? [{ facet, value }] : [];
  });
  const isPair = isFound && single[0]?.facet === 'task' && single[1]?.facet === 'lang';
  const choices = single.slice(0, isPair ? 2 : 1);
  const rest = choices.reduce((left, { facet }) => withValues(left, facet, []), state);
  const isWhole = choices.every(({ facet, value }) => state.chosen[facet].join() === value);
  return {
    folder:
      choices.length === 0
        ? open
        : `${browse}${choices.map(({ facet, value }) => `${facet}/${value}/`).join('')}`,
    choices,
    isExact: isWhole && !isNarrowed(rest),
  };
}
