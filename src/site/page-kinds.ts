/**
 * Every kind of page in a locale. Routes, the sitemap, the checks of a build and the tests of pages read this table.
 * A new kind needs a row here, a view (`src/views`) and a route that shows it (`src/pages`).
 */
import {
  messageForms,
  typeSection,
  type MessageForm,
  type PagedType,
  type PageName,
  type Route,
  type Section,
} from '@/i18n/routes';
import { browseLists } from './lists/browse';
import { datedPages } from './lists/dated-pages';
import { organizationsByName, pageCount, slicePage } from './lists/organizations';
import { entriesWithPages, type LocaleSite, type SiteOpportunity } from './site';

/** An entry, as far as the day of its last change is concerned. */
interface UpdatedEntry {
  readonly shared: { readonly updated: string };
}

/** A page of a kind. */
export interface KindPage<Props extends object = object> {
  readonly route: Route;
  /**
   * The entries that it shows; the latest update of these is that of the page. Search engines should list pages that show some,
   * except for entries that aren't translated and browse lists without entries (`src/views/sitemap.ts`).
   */
  readonly shows?: readonly UpdatedEntry[];
  /** Props of its view besides the locale. */
  readonly props: Props;
}

/** A page for tests: one with a fixed address, or the first of its kind whose HTML matches. */
export interface TestedPage {
  readonly name: string;
  readonly at: Route | ((html: string) => boolean);
}

interface Kind<Props extends object = object> {
  /** The file of the route below `src/pages`, without its ending. */
  readonly file: string;
  readonly pages: (own: LocaleSite) => readonly KindPage<Props>[];
  readonly tested: readonly TestedPage[];
}

const kind = <Props extends object>(row: Kind<Props>): Kind<Props> => row;

interface SinglePage {
  readonly file: string;
  readonly shows?: (own: LocaleSite) => readonly UpdatedEntry[];
  /** True if there is no page where there is nothing to show. */
  readonly canLack?: boolean;
}

/** A kind of one page. */
function pageKind(route: Route, name: string, { file, shows: showsOf, canLack = false }: SinglePage) {
  return kind({
    file,
    pages: (own) => {
      const shows = showsOf?.(own);
      return canLack && shows?.length === 0 ? [] : [{ route, ...(shows && { shows }), props: {} }];
    },
    tested: [{ name, at: route }],
  });
}

/** A section's own page. */
const sectionKind = (section: Section, name: string, options: Partial<SinglePage> = {}) =>
  pageKind({ to: 'section', section }, name, { file: `[locale]/[${section}]`, ...options });

/** Pages of a list of opportunities, by date. */
function opportunityPages<Props extends object>(
  list: readonly SiteOpportunity[],
  route: (page: string | undefined) => Route,
  props: Props,
): KindPage<Props & { readonly page: string | undefined }>[] {
  return datedPages(list).map(({ until, opportunities }) => ({
    route: route(until),
    shows: opportunities,
    props: { ...props, page: until },
  }));
}

/** Pages of a long list, by number. */
function numberedPages(
  entries: readonly UpdatedEntry[],
  route: (page: number) => Route,
): KindPage<{ readonly page: number }>[] {
  return Array.from({ length: pageCount(entries.length) }, (_, index) => ({
    route: route(index + 1),
    shows: slicePage(entries, index + 1),
    props: { page: index + 1 },
  }));
}

type EntryWithPage<Type extends PagedType> = LocaleSite[(typeof typeSection)[Type]][number];

/** The page of each entry of a type. */
function entryKind<Type extends PagedType>(type: Type, tested: readonly TestedPage[]) {
  const section: (typeof typeSection)[Type] = typeSection[type];
  return kind({
    file: `[locale]/[${section}]/[slug]`,
    pages: (own) =>
      (own[section] as readonly EntryWithPage<Type>[]).map((entry) => ({
        route: { to: 'entry', type, slug: entry.slug } as const,
        shows: [entry],
        props: { entry },
      })),
    tested,
  });
}

const settingsOf = ({ settings }: LocaleSite): readonly UpdatedEntry[] => (settings ? [settings] : []);

const section = (name: Section, page?: PageName): Route => ({ to: 'section', section: name, page });

export const kinds = {
  home: pageKind({ to: 'home' }, 'home', {
    file: '[locale]/index',
    shows: (own) => entriesWithPages({ ...own, pages: [] }),
  }),
  opportunities: kind({
    file: '[locale]/[opportunities]/[...page]',
    pages: (own) => opportunityPages(browseLists(own).open, (page) => section('opportunities', page), {}),
    tested: [
      { name: 'opportunities', at: section('opportunities') },
      { name: 'opportunities, an older page', at: (html) => html.includes('rel="prev"') },
    ],
  }),
  organizations: kind({
    file: '[locale]/[organizations]/[...page]',
    pages: (own) =>
      own.organizations.length === 0
        ? []
        : numberedPages(
            organizationsByName(own).named.map(({ organization }) => organization),
            (page) => section('organizations', page),
          ),
    tested: [{ name: 'organizations', at: section('organizations') }],
  }),
  campaigns: sectionKind('campaigns', 'campaigns', {
    file: '[locale]/[campaigns]/index',
    shows: ({ campaigns }) => campaigns,
    canLack: true,
  }),
  stories: sectionKind('stories', 'stories', {
    file: '[locale]/[stories]/index',
    shows: ({ stories }) => stories,
    canLack: true,
  }),
  resources: sectionKind('resources', 'resources', {
    file: '[locale]/[resources]/index',
    shows: ({ resources }) => resources,
    canLack: true,
  }),
  search: sectionKind('search', 'search', {
    shows: (own) => browseLists(own).open,
  }),
  browse: pageKind({ to: 'browse' }, 'browse', {
    file: '[locale]/browse/index',
    shows: (own) => browseLists(own).open,
  }),
  // The figures are in the settings.
  impact: sectionKind('impact', 'impact', { shows: (own) => [...own.organizations, ...settingsOf(own)] }),
  factSheet: sectionKind('factSheet', 'fact sheet', {
    shows: (own) => [...own.organizations, ...settingsOf(own)],
  }),
  message: kind({
    file: '[locale]/[message]',
    pages: (own) =>
      messageForms.map((form: MessageForm) => ({
        route: section(form),
        shows: settingsOf(own),
        props: { form },
      })),
    tested: [{ name: 'propose', at: section('propose') }],
  }),
  goals: sectionKind('goals', 'goals', { shows: (own) => browseLists(own).open }),
  openData: sectionKind('openData', 'open data', {
    shows: (own) => [...browseLists(own).open, ...own.organizations],
  }),
  embeds: sectionKind('embeds', 'embeds', { shows: (own) => browseLists(own).open }),
  browseList: kind({
    file: '[locale]/browse/[facet]/[...rest]',
    pages: (own) =>
      browseLists(own).lists.flatMap((list) => opportunityPages(list.opportunities, list.route, { list })),
    tested: [
      { name: 'browse a value', at: { to: 'browse-value', facet: 'task', value: 'translation' } },
      { name: 'browse an empty value', at: { to: 'browse-value', facet: 'length', value: 'days' } },
      {
        name: 'browse task and language',
        at: { to: 'browse-task-lang', task: 'translation', lang: 'fr' },
      },
      { name: 'browse a goal', at: { to: 'browse-value', facet: 'sdg', value: '4' } },
    ],
  }),
  opportunity: entryKind('opportunity', [
    { name: 'open opportunity', at: (html) => html.includes('<form') },
    {
      name: 'opportunity by e-mail',
      at: (html) => html.includes('id="apply"') && !html.includes('<form') && html.includes('mailto:'),
    },
    { name: 'ended opportunity', at: (html) => !html.includes('id="apply"') },
    {
      name: 'untranslated opportunity',
      at: (html) => html.includes('<div class="notice">') && html.includes('<form'),
    },
  ]),
  organization: entryKind('organization', [
    { name: 'organization with a logo', at: (html) => html.includes('<picture') },
    { name: 'organization', at: (html) => !html.includes('<picture') },
  ]),
  campaign: entryKind('campaign', [{ name: 'campaign', at: (html) => html.includes('<picture') }]),
  story: entryKind('story', [{ name: 'story', at: () => true }]),
  resource: entryKind('resource', [{ name: 'resource', at: () => true }]),
  textPage: entryKind('page', [
    { name: 'guide for organizations', at: (html) => html.includes('id="eligibility"') },
    { name: 'guide for volunteers', at: (html) => html.includes('id="tasks"') },
    {
      name: 'contact',
      at: (html) => html.includes('mailto:') && !html.includes('id="eligibility"'),
    },
    { name: 'text page', at: () => true },
    { name: 'privacy', at: (html) => html.includes('data-on-device') },
  ]),
  saved: sectionKind('saved', 'saved'),
  fit: sectionKind('fit', 'fit'),
  subscribe: sectionKind('subscribe', 'subscribe', { shows: (own) => browseLists(own).open }),
  sent: kind({
    file: '[locale]/[sent]',
    pages: () =>
      (['thanks', 'received'] as const).map((name) => ({ route: section(name), props: { section: name } })),
    tested: [
      { name: 'thanks', at: section('thanks') },
      { name: 'received', at: section('received') },
    ],
  }),
  notFound: pageKind({ to: 'not-found' }, 'not found', { file: '[locale]/404' }),
  offline: pageKind({ to: 'offline' }, 'offline', { file: '[locale]/offline' }),
};

export type KindName = keyof typeof kinds;

/** Props of the view of a kind's pages besides the locale. */
export type PropsOfKind<Name extends KindName> = ReturnType<(typeof kinds)[Name]['pages']>[number]['props'];
