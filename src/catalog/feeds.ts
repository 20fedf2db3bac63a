/** The lists that have feeds, and what each holds. */
import { calendar } from '@/feeds/calendar';
import { feedSize, type FeedChannel, type FeedItem } from '@/feeds/feed';
import { jsonFeed } from '@/feeds/json-feed';
import { opportunityItem } from '@/feeds/opportunity-item';
import { rss } from '@/feeds/rss';
import { feedFiles, type FeedFormat } from '@/i18n/feed-files';
import type { Locale } from '@/i18n/locales';
import { feedPathOf, pathOf, type Route } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { takesApplications } from '@/model/lifecycle';
import type { OpportunityView } from '@/pipeline/site';
import { getBrowse } from './browse';
import { describeList, type DescribedList } from './browse-list';
import type { BrowseGroup } from './browse-paths';
import { entryPaths } from './paths';
import { getLocaleSite, getSite } from './site';

/** A list that one can follow: of everything open, or of what a browse page lists. */
export type FeedList = { readonly kind: 'open' } | BrowseGroup;

interface FeedProps {
  readonly locale: Locale;
  readonly list: FeedList;
}

const routeOf = (list: FeedList): Route => {
  switch (list.kind) {
    case 'open':
      return { to: 'section', section: 'opportunities' };
    case 'value':
      return { to: 'browse-value', facet: list.facet, value: list.value };
    case 'task-lang':
      return { to: 'browse-task-lang', task: list.task, lang: list.lang };
  }
};

async function listsOf(locale: Locale): Promise<FeedList[]> {
  const { facets, taskLanguages } = await getBrowse(locale);
  return [
    { kind: 'open' },
    ...facets.flatMap(({ facet, values }) =>
      values.map(({ value }): FeedList => ({ kind: 'value', facet, value })),
    ),
    ...taskLanguages.map(({ task, lang }): FeedList => ({ kind: 'task-lang', task, lang })),
  ];
}

/** Static paths of the feeds of every list in every language, below `[locale]/[...list]/`. */
export async function feedPaths() {
  const { locales } = await getSite();
  const perLocale = await Promise.all(
    locales.map(async (locale) =>
      (await listsOf(locale)).map((list) => ({
        params: { locale, list: pathOf(locale, routeOf(list)).slice(`/${locale}/`.length, -1) },
        props: { locale, list },
      })),
    ),
  );
  return perLocale.flat();
}

const items = new WeakMap<OpportunityView, FeedItem>();

/** An opportunity's item, made once for all the feeds that it is in. */
function itemOf(view: OpportunityView, t: Translate, site: URL): FeedItem {
  const item = items.get(view) ?? opportunityItem(view, t, site);
  items.set(view, item);
  return item;
}

/** True where there is a last day to apply that has not passed. */
const hasClosing = ({ stage, closesAt }: OpportunityView) =>
  takesApplications(stage) && closesAt !== undefined;

/** Opportunities whose closing date can still be met, the soonest first, as many as a calendar holds. */
function soonest(opportunities: readonly OpportunityView[]): OpportunityView[] {
  return opportunities
    .filter(hasClosing)
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0))
    .slice(0, feedSize);
}

const writers = { rss, json: jsonFeed, calendar } satisfies Record<
  FeedFormat,
  (channel: FeedChannel, items: readonly FeedItem[]) => string
>;

async function describe(t: Translate, list: FeedList): Promise<Omit<DescribedList, 'route'>> {
  const browse = await getBrowse(t.locale);
  return list.kind === 'open'
    ? { title: t('opportunities.title'), opportunities: browse.open }
    : describeList(t, browse, list);
}

/** What every feed of a language says of the site: its name, and where its content is invented, that it is. */
async function siteWords(t: Translate) {
  const { settings } = await getLocaleSite(t.locale);
  const name = settings?.texts.name?.value ?? t('site.name');
  return { name, note: settings?.shared.sample ? ` ${t('sample.note')}` : '' };
}

/** The feed of a list as text: its newest, or in a calendar those that close soonest. */
export async function listFeed({ locale, list }: FeedProps, format: FeedFormat, site: URL): Promise<string> {
  const t = translator(locale);
  const { title, opportunities } = await describe(t, list);
  const shown = format === 'calendar' ? soonest(opportunities) : opportunities.slice(0, feedSize);
  const route = routeOf(list);
  const { name, note } = await siteWords(t);
  const channel: FeedChannel = {
    title: t('feed.title', { list: title, site: name }),
    description: t(format === 'calendar' ? 'feed.calendar.about' : 'feed.about') + note,
    lang: locale,
    page: new URL(pathOf(locale, route), site).href,
    self: new URL(feedPathOf(locale, route, format), site).href,
  };
  return writers[format](
    channel,
    shown.map((view) => itemOf(view, t, site)),
  );
}

/** Static paths of the calendars with the one closing date of an open opportunity. */
export const closingPaths = () =>
  entryPaths('opportunities', 'opportunities', ({ opportunities }) => opportunities.filter(hasClosing));

/** A calendar that has an opportunity's closing date alone, to be added to one's own. */
export async function closingCalendar(
  { locale, entry }: { readonly locale: Locale; readonly entry: OpportunityView },
  site: URL,
): Promise<string> {
  const t = translator(locale);
  const item = itemOf(entry, t, site);
  const page = item.url;
  const { name, note } = await siteWords(t);
  const channel: FeedChannel = {
    title: t('feed.title', { list: item.title, site: name }),
    description: t('feed.calendar.about') + note,
    lang: locale,
    page,
    self: page + feedFiles.calendar,
  };
  return calendar(channel, [item]);
}
