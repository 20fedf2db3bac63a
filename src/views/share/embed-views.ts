/** The embeds of a language: a list of each list, and a sheet with the cards of each organization's opportunities. */
import { cardsPathOf, embedPathOf } from '@/i18n/embed-files';
import { embedRouteOf, pathOf } from '@/i18n/routes';
import { campaignPhase } from '@/site/lists/campaigns';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import type { LocalizedText } from '@/site/localized-entry';
import { opportunitiesByOrganization } from '@/site/lists/organizations';
import { opportunityLists, type OpportunityList } from '@/site/lists/opportunity-lists';
import { findRedirects } from '@/site/addresses/redirects';
import type { SiteOpportunity, SiteOrganization } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import { hashEntry, planView } from '../planned-view';
import type { SharePicture } from './share-picture';
import { campaignPicture, organizationPicture, sitePicture } from './site-pictures';

/** So many rows a list has: its page has the rest. */
const listRows = 4;

/** What differs from one embed to another. */
interface EmbedContent {
  readonly name: LocalizedText<string>;
  readonly description: string;
  /** Whose band. */
  readonly band: string;
  /** Of the campaign or the organization that a list is of. */
  readonly summary?: LocalizedText<string> | undefined;
  /** The last day (`YYYY-MM-DD`) of a campaign that has ended. */
  readonly ended?: string | undefined;
  readonly cards: readonly OpportunityCard[];
  /** How many there are, of which a list has the newest. */
  readonly count?: number;
  /** On a sheet, of which an address shows one card: `…/cards/#id`. */
  readonly endedCards?: readonly OpportunityCard[];
  /** Undefined for a list of a value: people paste the address of an organization, a campaign or everything. */
  readonly oembed?: { readonly embed: string; readonly picture: SharePicture } | undefined;
}

/** The sheet of an organization: its open opportunities, then what has ended, since a card may still be shown somewhere. */
function sheetView(
  { id, lang, texts }: SiteOrganization,
  open: readonly SiteOpportunity[],
  all: readonly SiteOpportunity[],
): EmbedContent {
  const isOpen = new Set(open);
  return {
    name: { value: texts.name.value, lang },
    description: texts.summary.value,
    band: id,
    cards: open.map(opportunityCard),
    endedCards: all.filter((view) => !isOpen.has(view)).map(opportunityCard),
  };
}

function pictureOf(context: SiteContext, { organization, campaign }: OpportunityList): SharePicture {
  if (organization) return organizationPicture(context, organization);
  return campaign ? campaignPicture(context, campaign, 'wide') : sitePicture(context);
}

/** True for what people paste into articles. */
const hasOembed = ({ route, organization, campaign }: OpportunityList): boolean =>
  organization !== undefined || campaign !== undefined || route.to === 'section';

/** A list: what it is, its newest opportunities, and how many there are. `embed` is its absolute address. */
function listView(context: SiteContext, list: OpportunityList, embed: string): EmbedContent {
  const { t, site } = context;
  const { title, opportunities, campaign } = list;
  const owner = list.organization ?? campaign;
  const hasEnded = campaign && campaignPhase(campaign, site.now) === 'ended';
  return {
    name: { value: title, lang: owner?.lang ?? t.locale },
    description: owner?.texts.summary.value ?? t('feed.about'),
    band: owner?.id ?? 'site-home',
    oembed: hasOembed(list) ? { embed, picture: pictureOf(context, list) } : undefined,
    summary: owner?.texts.summary,
    ended: hasEnded ? (campaign.shared.ends ?? campaign.shared.starts) : undefined,
    cards: opportunities.slice(0, listRows).map(opportunityCard),
    count: opportunities.length,
  };
}

const hashCard = (opportunity: SiteOpportunity) => hashEntry(opportunityCard(opportunity));

/** Plans the view of every embed of a language, as of the site's instant. */
export function* planEmbeds(context: SiteContext) {
  const { own, siteUrl } = context;
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
    const path = pathOf(locale, list.route);
    const places = placesOf(path);
    const page = absolute(path);
    const { title, organization, campaign, opportunities } = list;
    const owner = organization ?? campaign;
    const ownData = [path, title, owner && hashEntry(owner)];
    const data = [
      ...ownData,
      places,
      hasOembed(list),
      campaign && [campaignPhase(campaign, context.site.now), pictureOf(context, list).path],
      opportunities.length,
      opportunities.slice(0, listRows).map(hashCard),
    ];
    const listPlan = planView(context, data, () => ({
      ...common,
      /** The paths beside which it stands: that of its page, then former ones. */
      places,
      /** Absolute address of the page that it stands for. */
      page,
      ...listView(context, list, absolute(embedPathOf(path))),
    }));
    // True where a document for programs stands beside it.
    yield { ...listPlan, places, hasOembed: hasOembed(list) };
    const all = organization && opportunitiesByOrganization(own).get(organization.id);
    if (!all) continue;
    const sheetPlaces = places.map(cardsPathOf);
    const sheetData = [...ownData, sheetPlaces, opportunities.map(hashCard), all.map(hashCard)];
    const sheetPlan = planView(context, sheetData, () => ({
      ...common,
      places: sheetPlaces,
      page,
      ...sheetView(organization, opportunities, all),
    }));
    yield { ...sheetPlan, places: sheetPlaces, hasOembed: false };
  }
}

type PlannedEmbed = ReturnType<typeof planEmbeds> extends Generator<infer Planned> ? Planned : never;

/** Everything that an embed shows, and the oEmbed document of a list. */
export type EmbedView = Readonly<ReturnType<PlannedEmbed['make']>>;
