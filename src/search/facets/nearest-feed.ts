/** Which of the feeds that were made beforehand comes nearest to a search. Pure. */
import { facetIds, isNarrowed, splitLanguage, type FacetId, type SearchState } from './address';
import type { FeedFolders } from '../page/props';

/** A choice that a feed is for. */
interface Choice {
  readonly facet: FacetId;
  /** As the browse pages have it: a language without its level. */
  readonly value: string;
}

/** A feed of everything open (no choice), of a value, or of a task type and a language. */
export interface NearestFeed {
  readonly choices: readonly Choice[];
  /** True where it holds what the search finds, no less and no more. */
  readonly isExact: boolean;
}

/** True where an opportunity, open or not, has the value. */
type IsInUse = (facet: FacetId, value: string) => boolean;

/** What is known of a search beside the search itself. */
interface Known {
  readonly isInUse: IsInUse;
  /** It finds something: without that, nobody knows whether a task type and a language have a list together. */
  readonly isFound: boolean;
}

/** The facets of which a feed can be had, the most telling first. */
const byWeight: readonly FacetId[] = [
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

/** Facets whose values have lists only where an opportunity has them; of the others every value has one. */
const asInUse: ReadonlySet<FacetId> = new Set(['lang', 'country', 'region']);

/** The value of a facet where exactly one is chosen, and where that has a list. */
function single(state: SearchState, facet: FacetId, isInUse: IsInUse): Choice | undefined {
  const [chosen, ...others] = state.chosen[facet];
  if (chosen === undefined || others.length > 0) return undefined;
  const value = facet === 'lang' ? splitLanguage(chosen).tag : chosen;
  return asInUse.has(facet) && !isInUse(facet, value) ? undefined : { facet, value };
}

/** The feed's choices alone, without words and days, are all that the search says. */
function saysNoMore(state: SearchState, choices: readonly Choice[]): boolean {
  const isCovered = (facet: FacetId) =>
    choices.some(({ facet: own, value }) => own === facet && state.chosen[facet].join() === value);
  const others = facetIds.filter((facet) => state.chosen[facet].length > 0 && !isCovered(facet));
  const isPlain = state.q === '' && state.closes === undefined;
  return isPlain && others.every((facet) => facet === 'status' && isOpenOnly(state));
}

/** The feed to follow instead of a search. Orders and pages make no difference. */
export function nearestFeed(state: SearchState, { isInUse, isFound }: Known): NearestFeed {
  const withChoices = (choices: readonly Choice[]): NearestFeed => ({
    choices,
    isExact: saysNoMore(state, choices),
  });
  if (!isNarrowed(state)) return withChoices([]);
  const one = (facet: FacetId) => single(state, facet, isInUse);
  const task = one('task');
  const lang = one('lang');
  if (task && lang && isFound) return withChoices([task, lang]);
  const status = isOpenOnly(state) ? undefined : one('status');
  if (status && saysNoMore(state, [status])) return withChoices([status]);
  const [best] = byWeight.flatMap((facet) => one(facet) ?? []);
  return withChoices(best ? [best] : []);
}

/** The folder of a feed: below that of the browse pages, or that of everything that is open. */
export function feedFolder({ choices }: NearestFeed, { browse, open }: FeedFolders): string {
  if (choices.length === 0) return open;
  return `${browse}${choices.map(({ facet, value }) => `${facet}/${value}/`).join('')}`;
}
