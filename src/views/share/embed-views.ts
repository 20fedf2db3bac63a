/** The embeds of a language: one of each list. */
import { embedRouteOf, pathOf } from '@/i18n/routes';
import { campaignPhase } from '@/site/lists/campaigns';
import { opportunityCard } from '@/site/cards';
import { opportunityLists, type OpportunityList } from '@/site/lists/opportunity-lists';
import { findRedirects } from '@/site/addresses/redirects';
import type { SiteOpportunity } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import { hashEntry, planView } from '../planned-view';

/** So many rows a list has: its page has the rest. */
const listRows = 4;

/** The day on which the campaign of a list has ended. */
function endOf({ owner }: OpportunityList, now: number): string | undefined {
  if (owner?.type !== 'campaign' || campaignPhase(owner, now) !== 'ended') return undefined;
  return owner.shared.ends ?? owner.shared.starts;
}

const hashCard = (opportunity: SiteOpportunity) => hashEntry(opportunityCard(opportunity));

/** Plans the view of every embed of a language, as of the site's instant. */
export function* planEmbeds(context: SiteContext) {
  const { own, t, site, siteUrl } = context;
  const { locale, settings } = own;
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const common = {
    locale,
    /** The service. */
    provider: { name: siteName(context), url: absolute(pathOf(locale, { to: 'home' })) },
    /** Absolute address of everything that is open. */
    everything: absolute(pathOf(locale, { to: 'section', section: 'opportunities' })),
    isSample: settings?.shared.sample ?? false,
    siteUrl: siteUrl.href,
  };
  // An embed must keep working on other sites: if a page's address changed, its embed is at the former one too.
  const former = Map.groupBy(
    findRedirects(own).made.filter(({ field }) => field.startsWith('formerSlugs')),
    ({ to }) => to,
  );
  const placesOf = (path: string) => [path, ...(former.get(path) ?? []).map(({ from }) => from)];
  // A page that leads to the embed of another list has none of its own.
  const lists = opportunityLists(own).filter(({ route }) => embedRouteOf(route) === route);
  for (const list of lists) {
    const { title, owner, opportunities, route } = list;
    const path = pathOf(locale, route);
    const ended = endOf(list, site.now);
    const newest = opportunities.slice(0, listRows);
    const places = placesOf(path);
    const data = [
      path,
      title,
      owner && hashEntry(owner),
      places,
      ended,
      opportunities.length,
      newest.map(hashCard),
    ];
    const plan = planView(context, data, () => ({
      ...common,
      /** The paths beside which it stands: that of its page, then former ones. */
      places,
      /** Absolute address of the page that it stands for. */
      page: absolute(path),
      name: { value: title, lang: owner?.lang ?? locale },
      description: owner?.texts.summary.value ?? t('feed.about'),
      /** Of the campaign or the organization that the list is of. */
      summary: owner?.texts.summary,
      /** Whose band. */
      band: owner?.id ?? 'site-home',
      /** The last day (`YYYY-MM-DD`) of a campaign that has ended. */
      ended,
      /** The newest of the list. */
      cards: newest.map(opportunityCard),
      /** How many there are. */
      count: opportunities.length,
    }));
    yield { ...plan, places };
  }
}

type PlannedEmbed = ReturnType<typeof planEmbeds> extends Generator<infer Planned> ? Planned : never;

/** Everything that an embed shows. */
export type EmbedView = Readonly<ReturnType<PlannedEmbed['make']>>;
