/** The one table of addresses: every path of the site is made here, in the reader's language. */
import { embedParameter } from './embed-files';
import { feedFiles, type FeedFormat } from './feed-files';
import type { Locale } from './locales';
import { strings, type StringKey } from './strings';

/** Forms for the editors, each a section of the site: to register, to propose, to write, and so on. */
export const messageForms = ['register', 'propose', 'write', 'report', 'correct', 'join'] as const;

export type MessageForm = (typeof messageForms)[number];

/** Parts of the site with a name in each language (`src/i18n/strings`, keys `section.<id>`). */
export const sections = [
  'opportunities',
  'organizations',
  'campaigns',
  'stories',
  'resources',
  'pages',
  'search',
  'thanks',
  'received',
  ...messageForms,
  'impact',
  'goals',
  'factSheet',
  'openData',
  'embeds',
  'saved',
  'fit',
  'subscribe',
] as const;

export type Section = (typeof sections)[number];

/** Sections whose entries have pages of their own, by the type of entry. */
export const typeSection = {
  opportunity: 'opportunities',
  organization: 'organizations',
  campaign: 'campaigns',
  story: 'stories',
  resource: 'resources',
  page: 'pages',
} as const satisfies Record<string, Section>;

export type PagedType = keyof typeof typeSection;

/**
 * Facets that have browse pages, in the order in which people are offered them, most useful first. Their ids are those
 * of the search's address, in every language.
 */
export const browseFacets = [
  'task',
  'lang',
  'hours',
  'length',
  'cause',
  'country',
  'region',
  'sdg',
  'kind',
  'status',
] as const;

export type BrowseFacet = (typeof browseFacets)[number];

/**
 * A page of a long list: its number, or the day until which a list of opportunities has those on it
 * (`src/site/lists/dated-pages.ts`). Without it, or with 1, it is the first.
 */
export type PageName = number | string;

/** A place of the site, independent of language. */
export type Route =
  | { readonly to: 'home' }
  | { readonly to: 'section'; readonly section: Section; readonly page?: PageName | undefined }
  | { readonly to: 'entry'; readonly type: PagedType; readonly slug: string }
  | { readonly to: 'campaign-kit'; readonly slug: string }
  | { readonly to: 'campaign-short'; readonly slug: string }
  | { readonly to: 'browse' }
  | {
      readonly to: 'browse-value';
      readonly facet: BrowseFacet;
      readonly value: string;
      readonly page?: PageName | undefined;
    }
  | {
      readonly to: 'browse-task-lang';
      readonly task: string;
      readonly lang: string;
      readonly page?: PageName | undefined;
    }
  | { readonly to: 'not-found' }
  | { readonly to: 'offline' };

/** A section's name in addresses: `('fr', 'opportunities') -> 'missions'`. */
export function sectionSlug(locale: Locale, section: Section): string {
  return strings[locale][`section.${section}` as StringKey];
}

const paging = (page: PageName = 1) => (page === 1 ? '' : `page/${page}/`);

/** The path of a place in a language, from the root, with a slash at the end: `/fr/missions/traduire-un-guide/`. */
export function pathOf(locale: Locale, route: Route): string {
  const root = `/${locale}/`;
  switch (route.to) {
    case 'home':
      return root;
    case 'section':
      return `${root}${sectionSlug(locale, route.section)}/${paging(route.page)}`;
    case 'entry':
      return `${root}${sectionSlug(locale, typeSection[route.type])}/${route.slug}/`;
    case 'campaign-kit':
      return kitPath(pathOf(locale, { to: 'entry', type: 'campaign', slug: route.slug }));
    case 'campaign-short':
      return `${root}c/${route.slug}/`;
    case 'browse':
      return `${root}browse/`;
    case 'browse-value':
      return `${root}browse/${route.facet}/${route.value}/${paging(route.page)}`;
    case 'browse-task-lang':
      return `${root}browse/task/${route.task}/lang/${route.lang}/${paging(route.page)}`;
    case 'not-found':
      return `${root}404/`;
    case 'offline':
      return `${root}offline/`;
  }
}

/** The path of the page with everything for those who pass a campaign on, below its own. */
export const kitPath = (campaignPath: string): string => `${campaignPath}kit/`;

/** The path of the feed of a place's list, beside its first page: `/fr/browse/task/translation/feed.xml`. */
export function feedPathOf(locale: Locale, route: Route, format: FeedFormat): string {
  return pathOf(locale, 'page' in route ? { ...route, page: 1 } : route) + feedFiles[format];
}

/** The page whose embed stands for a list: a list of a task in a language has none, so that of the task does. */
export const embedRouteOf = (route: Route): Route =>
  route.to === 'browse-task-lang' ? { to: 'browse-value', facet: 'task', value: route.task } : route;

/** The path of the style sheet of a language's RSS feeds. */
export function feedStylePath(locale: Locale): string {
  return `/${locale}/feed.css`;
}

/** The page with the code for other sites, with the embed of a path (`embed-files.ts`) chosen. */
export function embedPickerPath(locale: Locale, path: string): string {
  return `${pathOf(locale, { to: 'section', section: 'embeds' })}?${embedParameter}=${path}`;
}
