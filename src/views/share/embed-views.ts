/** The embeds of a language: a card of each opportunity, and a list of each list. */
import { embedPathOf } from '@/i18n/embed-files';
import type { Locale } from '@/i18n/locales';
import { pathOf } from '@/i18n/routes';
import { campaignPhase } from '@/site/lists/campaign-phase';
import { opportunityCard, type OpportunityCard } from '@/site/cards';
import { opportunityLists, type OpportunityList } from '@/site/lists/opportunity-lists';
import type { LocalizedText } from '@/site/localized-entry';
import { findRedirects } from '@/site/addresses/redirects';
import type { SiteOpportunity } from '@/site/site';
import { siteName, type SiteContext } from '../frame/context';
import type { SharePicture } from './share-picture';
import { campaignPicture, opportunityPicture, organizationPicture, sitePicture } from './site-pictures';

/** An opportunity, alone. */
export interface EmbedCard {
  readonly kind: 'card';
  readonly card: OpportunityCard;
}

/** A list: what it is, its newest opportunities, and how many there are. */
export interface EmbedList {
  readonly kind: 'list';
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

/** Everything that an embed and its oEmbed document show. */
export interface EmbedView {
  readonly locale: Locale;
  /** The paths beside which it stands: that of its page, then former ones. */
  readonly places: readonly string[];
  readonly title: string;
  /** A sentence about it. */
  readonly summary: string;
  /** Absolute address of the page that it stands for. */
  readonly page: string;
  /** Absolute address of the embed. */
  readonly embed: string;
  /** The id that decides the band. */
  readonly band: string;
  readonly content: EmbedCard | EmbedList;
  /** The organization, if there is one. */
  readonly author: Named | undefined;
  /** The service. */
  readonly provider: Named;
  /** The picture of its page. */
  readonly picture: SharePicture;
  /** Absolute address of everything that is open. */
  readonly everything: string;
  readonly isSample: boolean;
  /** The absolute address of the site. */
  readonly siteUrl: string;
}

/** The number of rows of a list: the page itself has the rest. */
const rows = 5;

/** The parts that differ between cards and lists. */
type Own = Pick<EmbedView, 'title' | 'summary' | 'band' | 'content' | 'author' | 'picture'>;

function cardView(context: SiteContext, view: SiteOpportunity): Own {
  const { organization, texts } = view;
  return {
    title: texts.title.value,
    summary: texts.summary.value,
    band: organization.id,
    content: { kind: 'card', card: opportunityCard(view) },
    author: { name: organization.texts.name.value, url: new URL(organization.path, context.siteUrl).href },
    picture: opportunityPicture(context, view),
  };
}

function pictureOf(context: SiteContext, { organization, campaign }: OpportunityList): SharePicture {
  if (organization) return organizationPicture(context, organization, 'wide');
  return campaign ? campaignPicture(context, campaign, 'wide') : sitePicture(context);
}

function listView(context: SiteContext, list: OpportunityList): Own {
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
      name: { value: title, lang: owner?.lang ?? t.locale },
      summary: owner?.texts.summary,
      ended: hasEnded ? (campaign.shared.ends ?? campaign.shared.starts) : undefined,
      cards: opportunities.slice(0, rows).map(opportunityCard),
      count: opportunities.length,
    },
    author: undefined,
    picture: pictureOf(context, list),
  };
}

/** Generates the view of every embed of a language, as of the site's instant. */
export function* embedViews(context: SiteContext): Generator<EmbedView> {
  const { own, t, siteUrl } = context;
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
  const addresses = (path: string) => ({
    places: [path, ...(former.get(path) ?? []).map(({ from }) => from)],
    page: absolute(path),
    embed: absolute(embedPathOf(path)),
  });
  for (const list of opportunityLists(own, t))
    yield { ...common, ...addresses(pathOf(locale, list.route)), ...listView(context, list) };
  for (const view of own.opportunities)
    yield { ...common, ...addresses(view.path), ...cardView(context, view) };
}
