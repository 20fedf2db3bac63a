/**
 * The search as an address: `?q=water&task=translation&lang=fr:good`. Pure, used by the island and by whoever links
 * to a search. What an address says is data from a stranger: nothing here throws, and nothing unknown gets through.
 */
import type { BrowseFacet } from '@/i18n/routes';
import { hoursBandIds, lengthBandIds } from '@/model/vocabularies/bands';
import { causes } from '@/model/vocabularies/causes';
import { organizationKinds } from '@/model/vocabularies/kinds';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { sdgs } from '@/model/vocabularies/sdgs';
import { taskTypes } from '@/model/vocabularies/task-types';

/** What one can filter by, in the order of the address. */
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

/** Where an opportunity can stand for the search; "closing soon" counts as open. */
export const statusValues = ['open', 'paused', 'filled', 'closed'] as const;

export type StatusValue = (typeof statusValues)[number];

/**
 * Orders that an address can ask for. Without one it is relevance where there are words, else newest first; so it is too
 * for `fit` where the visitor hasn't said what they can.
 */
export const sorts = ['new', 'closing', 'fit'] as const;

export type Sort = (typeof sorts)[number];

/** A search, normalized: values sorted and without duplicates, words trimmed, defaults as such. */
export interface SearchState {
  /** Words, at most `maxWords` characters; empty for none. */
  readonly q: string;
  /** Chosen values of each facet. Any of a facet's values is enough; every facet with values must agree. */
  readonly chosen: Readonly<Record<FacetId, readonly string[]>>;
  /** Closes within so many days. */
  readonly closes: number | undefined;
  readonly sort: Sort | undefined;
  /** Only what has the words as they were typed. */
  readonly exact: boolean;
  /** From 1. */
  readonly page: number;
}

/** Longest words, in characters. */
export const maxWords = 200;
const maxValues = 60;
const maxPage = 2000;
const maxDays = 366;

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

/** For each facet the value as the vocabularies write it, or undefined for one that can't exist. */
const readValue: Record<FacetId, (value: string) => string | undefined> = {
  task: oneOf(taskTypes),
  cause: oneOf(causes),
  sdg: oneOf(sdgs),
  // The lists of countries and regions are too heavy for the browser: the shape must do.
  country: (value) => (/^[a-z]{2}$/.test(value) ? value.toUpperCase() : undefined),
  region: (value) => (/^\d{3}$/.test(value) ? value : undefined),
  lang: language,
  hours: oneOf(hoursBandIds),
  length: oneOf(lengthBandIds),
  kind: oneOf(organizationKinds),
  status: oneOf(statusValues),
};

/** `'fr:good' -> { tag: 'fr', level: 'good' }` */
export function splitLanguage(value: string): { readonly tag: string; readonly level: string | undefined } {
  const [tag = '', level] = value.split(':');
  return { tag, level };
}

/** One value a language, the one that lets more through: `['fr:basic', 'fr'] -> ['fr']`. */
function loosest(values: readonly string[]): string[] {
  const rank = (value: string) => {
    const { level } = splitLanguage(value);
    return level === undefined ? languageLevels.length : (languageLevels as readonly string[]).indexOf(level);
  };
  const kept = new Map<string, string>();
  for (const value of values) {
    const { tag } = splitLanguage(value);
    const other = kept.get(tag);
    if (other === undefined || rank(value) > rank(other)) kept.set(tag, value);
  }
  return [...kept.values()];
}

/** A facet's values as a search has them; unknown ones are dropped. Nothing chosen of the status means open. */
export function normalizeValues(facet: FacetId, values: readonly string[]): readonly string[] {
  const known = values.flatMap((value) => readValue[facet](value.trim().toLowerCase()) ?? []);
  const unique = [...new Set(facet === 'lang' ? loosest(known) : known)].sort().slice(0, maxValues);
  return facet === 'status' && unique.length === 0 ? ['open'] : unique;
}

function normalizeWords(words: string): string {
  const clean = words.normalize('NFC').replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ');
  return [...clean.trim()].slice(0, maxWords).join('').trim();
}

function wholeNumber(value: number | undefined, max: number): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= max ? value : undefined;
}

/** A search with everything in its normal form, whatever it was made from. */
export function normalizeState(state: SearchState): SearchState {
  const q = normalizeWords(state.q);
  const chosen = Object.fromEntries(
    facetIds.map((facet) => [facet, normalizeValues(facet, state.chosen[facet])]),
  ) as Record<FacetId, readonly string[]>;
  return {
    q,
    chosen,
    closes: wholeNumber(state.closes, maxDays),
    sort: state.sort === 'new' && q === '' ? undefined : state.sort,
    exact: state.exact && q !== '',
    page: wholeNumber(state.page, maxPage) ?? 1,
  };
}

/** The search that an address asks for: `'?task=translation,web&page=2'`. Never throws. */
export function parseAddress(query: string): SearchState {
  const params = new URLSearchParams(query);
  const chosen = Object.fromEntries(
    facetIds.map((facet) => [facet, params.getAll(facet).join(',').slice(0, 4000).split(',')]),
  ) as Record<FacetId, string[]>;
  return normalizeState({
    q: (params.get('q') ?? '').slice(0, 4 * maxWords),
    chosen,
    closes: Number(params.get('closes')),
    sort: sorts.find((sort) => sort === params.get('sort')),
    exact: params.get('exact') === '1',
    page: Number(params.get('page')),
  });
}

/** The search of the bare address: everything that is open. */
export const emptyState: SearchState = parseAddress('');

/** The address of a search, `''` for the default one, else `'?q=water&task=translation,web'`. */
export function serializeAddress(state: SearchState): string {
  const { q, chosen, closes, sort, exact, page } = normalizeState(state);
  const parts: string[] = [];
  if (q !== '') parts.push(`q=${encodeURIComponent(q).replaceAll('%20', '+')}`);
  for (const facet of facetIds) {
    const values = chosen[facet].join(',');
    if (values !== '' && !(facet === 'status' && values === 'open')) parts.push(`${facet}=${values}`);
  }
  if (closes !== undefined) parts.push(`closes=${closes}`);
  if (sort !== undefined) parts.push(`sort=${sort}`);
  if (exact) parts.push('exact=1');
  if (page > 1) parts.push(`page=${page}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** True where something is searched for or filtered by, whatever the page and the order. */
export function isNarrowed(state: SearchState): boolean {
  return serializeAddress({ ...state, sort: undefined, page: 1 }) !== '';
}

/** The search with other values of one facet, from its first page. */
export function withValues(state: SearchState, facet: FacetId, values: readonly string[]): SearchState {
  return normalizeState({ ...state, chosen: { ...state.chosen, [facet]: values }, page: 1 });
}

/** A facet's value with its name, in the order in which it is offered. */
export interface FacetValueOption {
  readonly id: string;
  readonly label: string;
}
