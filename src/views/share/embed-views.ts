/** The embeds of a language: a list of each list, and a sheet with the cards of each organization's opportunities. */
import { cardsPathOf, embedPathOf } from '@/i18n/embed-files';
import { embedRouteOf, pathOf } from '@/i18n/routes';
import { campaignPhase } from '@/site/lists/campaigns';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import type { LocalizedText } from '@/site/localized-entry';
import { opportunitiesByOrganization } from '@/site/lists/organizations';
import { opportunityLists, type OpportunityList } from '@/site/lists/opportunity-lists';
import { findRedirects } from '@/site/addresses/redirects';
import type { SiteOpportunity } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import { hashEntry, planView } from '../planned-view';
import type { SharePicture } from './share-picture';
import { entryPicture, sitePicture } from './site-pictures';

/** So many rows a list has: its page has the rest. */
const listRows = 4;

/** What an embed has of its own: a list, or a sheet, of which an address shows one card (`…/cards/#id`). */
interface EmbedContent {
  readonly cards: readonly OpportunityCard[];
  /** On a sheet: what has ended, since a card may still be shown somewhere. */
  readonly endedCards?: readonly OpportunityCard[];
  /** How many there are, of which a list has the newest. */
  readonly count?: number;
  /** Of the campaign or the organization that a list is of. */
  readonly summary?: LocalizedText<string> | undefined;
  /** The last day (`YYYY-MM-DD`) of a campaign that has ended. */
  readonly ended?: string | undefined;
  /** Undefined for a list of a value: people paste the address of an organization, a campaign or everything. */
  readonly oembed?: { readonly embed: string; readonly picture: SharePicture } | undefined;
}

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
    /** True where a document for programs stands beside it. */
    const hasOembed = owner !== undefined || route.to === 'section';
    const picture = () => (owner ? entryPicture(context, owner) : sitePicture(context));
    const ended = endOf(list, site.now);
    const plan = (places: readonly string[], data: unknown, content: () => EmbedContent) => ({
      ...planView(context, [path, title, owner && hashEntry(owner), places, data], () => ({
        ...common,
        /** The paths beside which it stands: that of its page, then former ones. */
        places,
        /** Absolute address of the page that it stands for. */
        page: absolute(path),
        name: { value: title, lang: owner?.lang ?? locale },
        description: owner?.texts.summary.value ?? t('feed.about'),
        /** Whose band. */
        band: owner?.id ?? 'site-home',
        ...content(),
      })),
      places,
    });

    const newest = opportunities.slice(0, listRows);
    const data = [
      hasOembed,
      owner?.type === 'campaign' && [ended, picture().path],
      opportunities.length,
      newest.map(hashCard),
    ];
    const places = placesOf(path);
    const listPlan = plan(places, data, () => ({
      oembed: hasOembed ? { embed: absolute(embedPathOf(path)), picture: picture() } : undefined,
      summary: owner?.texts.summary,
      ended,
      cards: newest.map(opportunityCard),
      count: opportunities.length,
    }));
    yield { ...listPlan, hasOembed };

    const all = owner && opportunitiesByOrganization(own).get(owner.id);
    if (owner?.type !== 'organization' || !all) continue;
    const isOpen = new Set(opportunities);
    const sheetPlan = plan(places.map(cardsPathOf), [opportunities.map(hashCard), all.map(hashCard)], () => ({
      cards: opportunities.map(opportunityCard),
      endedCards: all.filter((view) => !isOpen.has(view)).map(opportunityCard),
    }));
    yield { ...sheetPlan, hasOembed: false };
  }
}

type PlannedEmbed = ReturnType<typeof planEmbeds> extends Generator<infer Planned> ? Planned : never;

/** Everything that an embed shows, and the oEmbed document of a list. */
export type EmbedView = Readonly<ReturnType<PlannedEmbed['make']>>;
