/** The embeds of a language: a list of each list, and a sheet with the cards of each organization's opportunities. */
import { cardsPathOf, embedPathOf } from '@/i18n/embed-files';
import type { Locale } from '@/i18n/locales';
import { embedRouteOf, pathOf } from '@/i18n/routes';
import { campaignPhase } from '@/site/lists/campaign-phase';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import { opportunityLists, type OpportunityList } from '@/site/lists/opportunity-lists';
import type { LocalizedText } from '@/site/localized-entry';
import { findRedirects } from '@/site/addresses/redirects';
import type { SiteOpportunity, SiteOrganization } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import { hashEntry, makeViews, planView, type PlannedView } from '../planned-view';
import type { SharePicture } from './share-picture';
import { campaignPicture, organizationPicture, sitePicture } from './site-pictures';

/** So many rows a list has: its page has the rest. */
const listRows = 4;

/** The cards of an organization's opportunities, of which an address shows one: `…/cards/#id`. */
export interface EmbedSheet {
  readonly kind: 'sheet';
  readonly name: LocalizedText<string>;
  /** Open ones first, the newest first. */
  readonly cards: readonly OpportunityCard[];
}

/** Fields of a list’s oEmbed document that the list doesn’t show. */
export interface OembedFacts {
  /** Absolute address of the embed. */
  readonly embed: string;
  /** The picture of its page. */
  readonly picture: SharePicture;
}

/** A list: what it is, its newest opportunities, and how many there are. */
export interface EmbedList {
  readonly kind: 'list';
  /** Undefined for a list of a value: people paste the address of an organization, a campaign or everything. */
  readonly oembed: OembedFacts | undefined;
  readonly name: LocalizedText<string>;
  /** The summary of the campaign or the organization that it is of. */
  readonly summary: LocalizedText<string> | undefined;
  /** The last day (`YYYY-MM-DD`) of a campaign that has ended. */
  readonly ended: string | undefined;
  readonly cards: readonly OpportunityCard[];
  readonly count: number;
}

/** Someone with a page. */
interface Named {
  readonly name: string;
  /** Absolute address. */
  readonly url: string;
}

/** Everything that an embed shows, and the oEmbed document of a list. */
export interface EmbedView {
  readonly locale: Locale;
  /** The paths beside which it stands: that of its page, then former ones. */
  readonly places: readonly string[];
  readonly title: string;
  /** A sentence about it. */
  readonly summary: string;
  /** Absolute address of the page that it stands for. */
  readonly page: string;
  /** The id that decides the band. */
  readonly band: string;
  readonly content: EmbedSheet | EmbedList;
  /** The service. */
  readonly provider: Named;
  /** Absolute address of everything that is open. */
  readonly everything: string;
  readonly isSample: boolean;
  /** The absolute address of the site. */
  readonly siteUrl: string;
}

/** The parts that differ between sheets and lists. */
type Own = Pick<EmbedView, 'title' | 'summary' | 'band' | 'content'>;

/** The sheet of an organization: its open opportunities, then what has ended, since a card may still be shown somewhere. */
function sheetView(
  { id, lang, texts }: SiteOrganization,
  open: readonly SiteOpportunity[],
  all: readonly SiteOpportunity[],
): Own {
  const isOpen = new Set(open);
  return {
    title: texts.name.value,
    summary: texts.summary.value,
    band: id,
    content: {
      kind: 'sheet',
      name: { value: texts.name.value, lang },
      cards: [...open, ...all.filter((view) => !isOpen.has(view))].map(opportunityCard),
    },
  };
}

function pictureOf(context: SiteContext, { organization, campaign }: OpportunityList): SharePicture {
  if (organization) return organizationPicture(context, organization);
  return campaign ? campaignPicture(context, campaign, 'wide') : sitePicture(context);
}

/** True for what people paste into articles. */
const hasOembed = ({ route, organization, campaign }: OpportunityList): boolean =>
  organization !== undefined || campaign !== undefined || route.to === 'section';

function listView(context: SiteContext, list: OpportunityList, embed: string): Own {
  const { t, site } = context;
  const { title, opportunities, campaign } = list;
  const owner = list.organization ?? campaign;
  const hasEnded = campaign && campaignPhase(campaign, site.now) === 'ended';
  return {
    title,
    summary: owner?.texts.summary.value ?? t('feed.about'),
    band: owner?.id ?? 'site-home',
    content: {
      kind: 'list',
      oembed: hasOembed(list) ? { embed, picture: pictureOf(context, list) } : undefined,
      name: { value: title, lang: owner?.lang ?? t.locale },
      summary: owner?.texts.summary,
      ended: hasEnded ? (campaign.shared.ends ?? campaign.shared.starts) : undefined,
      cards: opportunities.slice(0, listRows).map(opportunityCard),
      count: opportunities.length,
    },
  };
}

const hashCard = (opportunity: SiteOpportunity) => hashEntry(opportunityCard(opportunity));

/** An embed that is made only if it is needed. */
export interface PlannedEmbed extends PlannedView<EmbedView>, Pick<EmbedView, 'places'> {
  /** True where a document for programs stands beside it. */
  readonly hasOembed: boolean;
}

/** Plans the view of every embed of a language, as of the site's instant. */
export function* planEmbeds(context: SiteContext): Generator<PlannedEmbed> {
  const { own, siteUrl } = context;
  const { locale, settings } = own;
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const common = {
    locale,
    provider: { name: siteName(context), url: absolute(pathOf(locale, { to: 'home' })) },
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
  const byOrganization = Map.groupBy(own.opportunities, ({ organization }) => organization.id);
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
      places,
      page,
      ...listView(context, list, absolute(embedPathOf(path))),
    }));
    yield { ...listPlan, places, hasOembed: hasOembed(list) };
    const all = organization && byOrganization.get(organization.id);
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

/** Generates the view of every embed of a language, as of the site's instant. */
export const embedViews = (context: SiteContext): Generator<EmbedView> => makeViews(planEmbeds(context));
