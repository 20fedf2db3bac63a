/** A small site with a page of every kind, and the view of each of its files. */
import { feedStylePath, pathOf } from '@/i18n/routes';
import {
  rawCampaign,
  rawOpportunity,
  rawOrganization,
  rawPage,
  rawResource,
  rawSettings,
  rawStory,
} from '@/model/samples.fixture';
import type { RawEntry } from '@/model/types/entry';
import { kinds, type KindName, type KindPage, type PropsOfKind } from '@/site/page-kinds';
import type { Site } from '@/site/site';
import { siteOf as siteOfEntries } from '@/site/site.fixture';
import { embedsView } from './embeds';
import { campaignView } from './entries/campaign';
import { planOpportunity } from './entries/opportunity';
import { organizationView } from './entries/organization';
import { resourceView } from './entries/resource';
import { storyView } from './entries/story';
import { textPageView } from './entries/text-page';
import { planClosings } from './feeds/closing-views';
import { planFeeds } from './feeds/feed-views';
import { factSheetView, goalsView, impactView, openDataView } from './figures';
import { siteContexts, viewContext, type ViewContext } from './frame/context';
import { homeView } from './home';
import { planBrowseList } from './lists/browse-list';
import { browseView } from './lists/browse';
import {
  campaignsView,
  opportunitiesView,
  organizationsView,
  resourcesView,
  storiesView,
} from './lists/sections';
import { messageView } from './message';
import type { PlannedView } from './planned-view';
import { recordsView } from './records/records';
import { fitView, savedView } from './saved';
import { searchView } from './search';
import { subscribeView } from './subscribe';
import { notFoundView, offlineView, rootView, sentView } from './service';
import { planEmbeds, type EmbedView } from './share/embed-views';
import { siteQrCodes, sitePictures } from './share/site-pictures';
import { createPrintSheets } from './share/site-sheets';
import { feedStyleView } from './feeds/feed-style';
import { manifestView, openSearchView, securityView } from './program-files';
import { sitemapIndexView, sitemapView } from './sitemap';

/** The views of plans. */
export const madeOf = <View>(plans: Iterable<PlannedView<View>>): View[] =>
  Array.from(plans, ({ make }) => make());

const siteUrl = new URL('https://example.org/');

/** A week before `wells` closes, so that it is closing soon. */
const now = Date.parse('2026-11-28T12:00:00Z');

/** The entries: of three opportunities two are open, `wells` and the newer `lessons`. */
export function smallEntries(): RawEntry[] {
  return [
    rawSettings({
      figures: [
        { metric: 'organizations', value: 600, year: 2005, source: 'fact-sheet' },
        { metric: 'volunteers', value: 30_000, year: 2005, source: 'fact-sheet' },
        { metric: 'assignments', value: 17_370, year: 2013, source: 'report' },
      ],
    }),
    rawOrganization('o1'),
    rawOrganization('o2', { country: 'KE' }),
    rawOpportunity('wells', {
      posted: '2026-03-01',
      causes: ['water'],
      closes: { date: '2026-12-02', zone: 'Africa/Dakar' },
    }),
    rawOpportunity('lessons', {
      organization: 'o2',
      posted: '2026-05-01',
      taskTypes: ['teaching'],
      causes: ['education'],
      languages: [{ language: 'en', level: 'fluent' }],
      hours: { min: 10, max: 12 },
      length: { kind: 'ongoing' },
    }),
    rawOpportunity('filled', {
      posted: '2026-02-01',
      updated: '2026-06-01',
      status: 'filled',
      taskTypes: ['design'],
    }),
    rawCampaign('water', { opportunities: ['wells'] }),
    rawStory('awa', { organization: 'o2', opportunity: 'lessons' }),
    rawResource('teach', { taskTypes: ['teaching'] }),
    rawPage('guide', { role: 'volunteers', inFooter: true }),
    rawPage('about', { role: 'about' }),
  ];
}

/** Builds a site in English and French from raw entries. */
export const siteOf = (raw: readonly RawEntry[]): Site => siteOfEntries(raw, { now });

/** The context of a language's views. */
export function contextOf(site: Site, locale: 'en' | 'fr' = 'en'): ViewContext {
  const forms = { mode: 'local', endpoint: 'https://forms.example', formId: 'site' } as const;
  return viewContext(site, locale, { siteUrl, forms, formOrigins: ['https://forms.example'] });
}

/** The view of a page of each kind, as its route makes it. */
const pageView: {
  readonly [Name in KindName]: (context: ViewContext, props: PropsOfKind<Name>) => object;
} = {
  home: homeView,
  opportunities: (context, { page }) => opportunitiesView(context, page),
  organizations: (context, { page }) => organizationsView(context, page),
  campaigns: campaignsView,
  stories: storiesView,
  resources: resourcesView,
  search: searchView,
  browse: browseView,
  impact: impactView,
  factSheet: factSheetView,
  message: (context, { form }) => messageView(context, form),
  goals: goalsView,
  openData: openDataView,
  embeds: embedsView,
  browseList: (context, { list, page }) => planBrowseList(context, { ...list, page }).make(),
  opportunity: (context, { entry }) => planOpportunity(context, entry).make(),
  organization: (context, { entry }) => organizationView(context, entry),
  campaign: (context, { entry }) => campaignView(context, entry),
  story: (context, { entry }) => storyView(context, entry),
  resource: (context, { entry }) => resourceView(context, entry),
  textPage: (context, { entry }) => textPageView(context, entry),
  saved: savedView,
  fit: fitView,
  subscribe: subscribeView,
  sent: (context, { section }) => sentView(context, section),
  notFound: (context) => notFoundView(context),
  offline: offlineView,
};

/** The views of a kind's pages, by path. */
export function pageViews(site: Site, name: KindName): [path: string, view: object][] {
  const view = pageView[name] as ((context: ViewContext, props: object) => object) | undefined;
  if (view === undefined)
    throw new Error(`src/views/views.fixture.ts has no view of the page kind “${name}”: add it to pageView.`);
  return [...site.byLocale].flatMap(([locale, own]) => {
    const context = contextOf(site, locale as 'en' | 'fr');
    const pages = kinds[name].pages(own) as readonly KindPage[];
    return pages.map(({ route, props }): [string, object] => [pathOf(locale, route), view(context, props)]);
  });
}

/** The views of the files of each other kind, by path. Of a picture and a sheet the path has a hash of its view. */
const fileView: Readonly<Record<string, (context: ViewContext) => readonly [path: string, view: object][]>> =
  {
    feeds: (context) => madeOf(planFeeds(context)).map((view) => [view.path, view]),
    embeds: (context) =>
      madeOf<EmbedView>(planEmbeds(context)).map((view) => [`embed ${view.places[0] ?? ''}`, view]),
    pictures: (context) => sitePictures(context).map((view) => [view.path, view]),
    codes: (context) => siteQrCodes(context).map((view) => [view.svg, view]),
    sheets: (context) => createPrintSheets(context).map((view) => [view.path, view]),
    sitemap: (context) => [[`/sitemap-${context.locale}.xml`, sitemapView(context)]],
    manifest: (context) => [[`/${context.locale}/app.webmanifest`, manifestView(context)]],
    feedStyle: (context) => [[feedStylePath(context.locale), feedStyleView(context)]],
    openSearch: (context) => [[`/${context.locale}/opensearch.xml`, openSearchView(context)]],
  };

/** The kinds of files that aren't pages and that each language has. */
export const fileKinds = Object.keys(fileView);

/** The views of a kind of file, by path or name. */
export function fileViews(site: Site, kind: string): [path: string, view: object][] {
  return site.locales.flatMap((locale) => [
    ...(fileView[kind]?.(contextOf(site, locale as 'en' | 'fr')) ?? []),
  ]);
}

/** The views of files that all languages have in common. */
export function commonViews(site: Site): [path: string, view: object][] {
  return [
    ['/', rootView(site, siteUrl)],
    ['/sitemap.xml', sitemapIndexView(site, siteUrl)],
    ['/data/', recordsView(site, siteUrl)],
    ...madeOf(planClosings(siteContexts(site, siteUrl))).map((view): [string, object] => [view.path, view]),
    ['/.well-known/security.txt', securityView(site, siteUrl) ?? {}],
  ];
}
