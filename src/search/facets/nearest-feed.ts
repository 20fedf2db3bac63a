/** Finds the existing feed that is closest to a search. Pure. */
import { facetIds, isNarrowed, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue } from './language-value';
import type { FeedFolders } from '../page/search-props';

/** A filter that a feed is for. */
interface Choice {
  readonly facet: FacetId;
  /** As in the browse pages: a language without its level. */
  readonly value: string;
}

/** A feed of all open opportunities (no filter), of a value, or of a task type and a language. */
interface NearestFeed {
  readonly choices: readonly Choice[];
  /** True if it has exactly the results of the search. */
  readonly isExact: boolean;
}

/**
 * True if there is a list of the value, and any opportunity belongs to it, open or not: others have no feeds. There are
 * lists of bands of hours, but not of the limits that visitors choose.
 */
type IsInUse = (facet: FacetId, value: string) => boolean;

/** Facts about a search besides the search itself. */
interface SearchFacts {
  readonly isInUse: IsInUse;
  /** True if it has results: otherwise a list of a task type and a language may not exist. */
  readonly isFound: boolean;
}

/** The facets with feeds, the most specific first. */
const mostSpecificFirst: readonly FacetId[] = [
  'task',
  'lang',
  'cause',
  'country',
  'sdg',
  'hours',
  'length',
  'region',
  'kind',
];

const isOpenOnly = ({ chosen: { status } }: SearchState) => status.length === 1 && status[0] === 'open';

/** The value of a facet with exactly one chosen value, where that has a list. */
function onlyValue(state: SearchState, facet: FacetId, isInUse: IsInUse): Choice | undefined {
  const [chosen, ...others] = state.chosen[facet];
  if (chosen === undefined || others.length > 0) return undefined;
  const value = facet === 'lang' ? splitLanguageValue(chosen).tag : chosen;
  return isInUse(facet, value) ? { facet, value } : undefined;
}

/** True if the search has no other filters, and neither words nor days. */
function hasNoOtherFilters(state: SearchState, choices: readonly Choice[]): boolean {
  const isCovered = (facet: FacetId) =>
    choices.some(({ facet: own, value }) => own === facet && state.chosen[facet].join() === value);
  const others = facetIds.filter((facet) => state.chosen[facet].length > 0 && !isCovered(facet));
  const isPlain = state.q === '' && state.closes === undefined;
  return isPlain && others.every((facet) => facet === 'status' && isOpenOnly(state));
}

/** Finds the feed to follow instead of a search. Order and page don't matter. */
export function findNearestFeed(state: SearchState, { isInUse, isFound }: SearchFacts): NearestFeed {
  const withChoices = (choices: readonly Choice[]): NearestFeed => ({
    choices,
    isExact: hasNoOtherFilters(state, choices),
  });
  if (!isNarrowed(state)) return withChoices([]);
  const one = (facet: FacetId) => onlyValue(state, facet, isInUse);
  const task = one('task');
  const lang = one('lang');
  if (task && lang && isFound) return withChoices([task, lang]);
  const status = isOpenOnly(state) ? undefined : one('status');
  if (status && hasNoOtherFilters(state, [status])) return withChoices([status]);
  const [best] = mostSpecificFirst.flatMap((facet) => one(facet) ?? []);
  return withChoices(best ? [best] : []);
}

/** The folder of a feed: below the browse pages, or the one of all open opportunities. */
export function feedFolder({ choices }: NearestFeed, { browse, open }: FeedFolders): string {
  if (choices.length === 0) return open;
  return `${browse}${choices.map(({ facet, value }) => `${facet}/${value}/`).join('')}`;
}
