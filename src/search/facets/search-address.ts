/**
 * The search as an address: `?q=water&task=translation&lang=fr:good`. Pure, used by the island and by links to a
 * search. An address is untrusted input: nothing here throws, and unknown values are dropped.
 */
import type { BrowseFacet } from '@/i18n/routes';
import { hoursLimits, lengthBandIds } from '@/model/vocabularies/bands';
import { causes } from '@/model/vocabularies/causes';
import { organizationKinds } from '@/model/vocabularies/kinds';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { sdgs } from '@/model/vocabularies/sdgs';
import { taskTypes } from '@/model/vocabularies/task-types';

/** The facets, in the order of the address. */
export const facetIds = [
  'task',
  'cause',
  'sdg',
  'country',
  'region',
  'lang',
  'hours',
  'length',
  'kind',
  'status',
] as const satisfies readonly BrowseFacet[];

export type FacetId = (typeof facetIds)[number];

/** The statuses of an opportunity in the search; "closing soon" counts as open. */
export const statusValues = ['open', 'paused', 'filled', 'closed'] as const;

/**
 * The orders that an address can ask for. Without one the order is relevance for a query with words, else newest first;
 * also for `fit` where the visitor has no answers.
 */
export const sorts = ['new', 'closing', 'fit'] as const;

export type Sort = (typeof sorts)[number];

/** A normalized search: values sorted and unique, words trimmed, defaults filled in. */
export interface SearchState {
  /** The words, at most `maxQueryLength` characters; empty for none. */
  readonly q: string;
  /** The chosen values of each facet. Values of one facet are alternatives; facets are combined. */
  readonly chosen: Readonly<Record<FacetId, readonly string[]>>;
  /** Closes within this number of days. */
  readonly closes: number | undefined;
  readonly sort: Sort | undefined;
  /** From 1. */
  readonly page: number;
}

/** The maximum length of the words in characters. */
export const maxQueryLength = 200;
const maxValues = 60;
const maxPage = 2000;

/** The choices of "closes within", in days. */
export const closesChoices: readonly number[] = [7, 14, 30, 90];

const oneOf = (ids: readonly string[]) => {
  const known = new Set(ids);
  return (value: string) => (known.has(value) ? value : undefined);
};

const knownLanguage = oneOf(workLanguages);
const knownLevel = oneOf(languageLevels);

function language(value: string): string | undefined {
  const [tag = '', level, ...rest] = value.split(':');
  if (knownLanguage(tag) === undefined || rest.length > 0) return undefined;
  return level === undefined ? tag : knownLevel(level) && value;
}

/** Normalizes a value of each facet, or undefined for an impossible one. */
const readValue: Record<FacetId, (value: string) => string | undefined> = {
  task: oneOf(taskTypes),
  cause: oneOf(causes),
  sdg: oneOf(sdgs),
  // The lists of countries and regions are too heavy for the browser, so only the shape is checked.
  country: (value) => (/^[a-z]{2}$/.test(value) ? value.toUpperCase() : undefined),
  region: (value) => (/^\d{3}$/.test(value) ? value : undefined),
  lang: language,
  hours: oneOf(hoursLimits),
  length: oneOf(lengthBandIds),
  kind: oneOf(organizationKinds),
  status: oneOf(statusValues),
};

/** Normalizes a facet's values; unknown ones are dropped. An empty status means open. */
export function normalizeValues(facet: FacetId, values: readonly string[]): readonly string[] {
  const known = values.flatMap((value) => readValue[facet](value.trim().toLowerCase()) ?? []);
  const unique = [...new Set(known)].sort().slice(0, maxValues);
  return facet === 'status' && unique.length === 0 ? ['open'] : unique;
}

function normalizeWords(words: string): string {
  const clean = words.normalize('NFC').replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ');
  return [...clean.trim()].slice(0, maxQueryLength).join('').trim();
}

/** Normalizes a search, whatever its source. */
export function normalizeState(state: SearchState): SearchState {
  const q = normalizeWords(state.q);
  const chosen = Object.fromEntries(
    facetIds.map((facet) => [facet, normalizeValues(facet, state.chosen[facet])]),
  ) as Record<FacetId, readonly string[]>;
  return {
    q,
    chosen,
    closes: closesChoices.find((days) => days === state.closes),
    sort: state.sort === 'new' && q === '' ? undefined : state.sort,
    page: state.page >= 1 && state.page <= maxPage ? Math.trunc(state.page) : 1,
  };
}

/** Parses an address: `'?task=translation,web&page=2'`. Never throws. */
export function parseAddress(query: string): SearchState {
  const params = new URLSearchParams(query);
  const chosen = Object.fromEntries(
    facetIds.map((facet) => [facet, params.getAll(facet).join(',').slice(0, 4000).split(',')]),
  ) as Record<FacetId, string[]>;
  return normalizeState({
    q: (params.get('q') ?? '').slice(0, 4 * maxQueryLength),
    chosen,
    closes: Number(params.get('closes')),
    sort: sorts.find((sort) => sort === params.get('sort')),
    page: Number(params.get('page')),
  });
}

/** The search of the bare address: all open opportunities. */
export const emptyState: SearchState = parseAddress('');

/** Formats the address of a search: `''` for the default one, else `'?q=water&task=translation,web'`. */
export function serializeAddress(state: SearchState): string {
  const { q, chosen, closes, sort, page } = normalizeState(state);
  const parts: string[] = [];
  if (q !== '') parts.push(`q=${encodeURIComponent(q).replaceAll('%20', '+')}`);
  for (const facet of facetIds) {
    const values = chosen[facet].join(',');
    if (values !== '' && !(facet === 'status' && values === 'open')) parts.push(`${facet}=${values}`);
  }
  if (closes !== undefined) parts.push(`closes=${closes}`);
  if (sort !== undefined) parts.push(`sort=${sort}`);
  if (page > 1) parts.push(`page=${page}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** True if the search has words or filters, whatever the page and the order. */
export function isNarrowed(state: SearchState): boolean {
  return serializeAddress({ ...state, sort: undefined, page: 1 }) !== '';
}

/** Replaces the values of one facet, and goes to the first page. */
export function withValues(state: SearchState, facet: FacetId, values: readonly string[]): SearchState {
  return normalizeState({ ...state, chosen: { ...state.chosen, [facet]: values }, page: 1 });
}

/** A facet's value with its name. */
export interface FacetChoice {
  readonly id: string;
  readonly label: string;
}
