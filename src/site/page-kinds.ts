/**
 * Every kind of page in a locale. Routes, the sitemap, the checks of a build and the tests of pages read this table.
 * A new kind needs a row here, and a route (`src/pages`) that makes its view and shows it.
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
import { organizationsByName } from './lists/organizations';
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
  readonly shows?: readonly UpdatedEntry[] | undefined;
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

type ShownEntries = (own: LocaleSite) => readonly UpdatedEntry[];

/** A kind of one page, which shows these entries. */
const pageKind = (route: Route, name: string, file: string, showsOf?: ShownEntries) =>
  kind({
    file,
    pages: (own) => [{ route, shows: showsOf?.(own), props: {} }],
    tested: [{ name, at: route }],
  });

/** A section's own page. */
const sectionKind = (section: Section, name: string, showsOf?: ShownEntries) =>
  pageKind({ to: 'section', section }, name, `[locale]/[${section}]`, showsOf);

/** The list of a section's entries; there is none where there are no entries. */
const listKind = (section: 'campaigns' | 'stories' | 'resources') =>
  kind({
    file: `[locale]/[${section}]/index`,
    pages: ({ [section]: shows }) =>
      shows.length === 0 ? [] : [{ route: { to: 'section', section } as const, shows, props: {} }],
    tested: [{ name: section, at: { to: 'section', section } }],
  });

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

const settingsOf: ShownEntries = ({ settings }) => (settings ? [settings] : []);

const openOnes = (own: LocaleSite) => browseLists(own).open;

/** The figures are in the settings. */
const withFigures: ShownEntries = (own) => [...own.organizations, ...settingsOf(own)];

const section = (name: Section, page?: PageName): Route => ({ to: 'section', section: name, page });

export const kinds = {
  home: pageKind({ to: 'home' }, 'home', '[locale]/index', (own) => entriesWithPages({ ...own, pages: [] })),
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
      organizationsByName(own).pages.map((rows, index) => ({
        route: section('organizations', index + 1),
        shows: rows.map(({ organization }) => organization),
        props: { page: index + 1 },
      })),
    tested: [{ name: 'organizations', at: section('organizations') }],
  }),
  campaigns: listKind('campaigns'),
  stories: listKind('stories'),
  resources: listKind('resources'),
  search: sectionKind('search', 'search', openOnes),
  browse: pageKind({ to: 'browse' }, 'browse', '[locale]/browse/index', openOnes),
  impact: sectionKind('impact', 'impact', withFigures),
  factSheet: sectionKind('factSheet', 'fact sheet', withFigures),
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
  goals: sectionKind('goals', 'goals', openOnes),
  openData: sectionKind('openData', 'open data', (own) => [...openOnes(own), ...own.organizations]),
  embeds: sectionKind('embeds', 'embeds', openOnes),
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
  campaignKit: kind({
    file: '[locale]/[campaigns]/[slug]/kit',
    pages: ({ campaigns }) =>
      campaigns.map((entry) => ({
        route: { to: 'campaign-kit', slug: entry.slug } as const,
        props: { entry },
      })),
    tested: [{ name: 'campaign kit', at: () => true }],
  }),
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
  subscribe: sectionKind('subscribe', 'subscribe', openOnes),
  sent: kind({
    file: '[locale]/[sent]',
    pages: () =>
      (['thanks', 'received'] as const).map((name) => ({ route: section(name), props: { section: name } })),
    tested: [
      { name: 'thanks', at: section('thanks') },
      { name: 'received', at: section('received') },
    ],
  }),
  notFound: pageKind({ to: 'not-found' }, 'not found', '[locale]/404'),
  offline: pageKind({ to: 'offline' }, 'offline', '[locale]/offline'),
};

export type KindName = keyof typeof kinds;

/** Sections that the foot of every page links to by their titles (`<id>.title`), where they have a page. */
export const footerSections = ['resources', 'impact'] as const satisfies readonly (Section & KindName)[];

/** Sections that the search finds by their titles. */
export const searchedSections = [
  'impact',
  'goals',
  'factSheet',
  'fit',
  'saved',
  'subscribe',
] as const satisfies readonly Section[];

/** Props of the view of a kind's pages besides the locale. */
export type PropsOfKind<Name extends KindName> = ReturnType<(typeof kinds)[Name]['pages']>[number]['props'];
