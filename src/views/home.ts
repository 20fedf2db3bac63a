/** The home page. */
import type { Locale } from '@/i18n/locales';
import { unmetConditions } from '@/model/language-needs';
import { browseLists } from '@/site/lists/browse';
import { runningCampaign } from '@/site/lists/campaign-phase';
import {
  entryCard,
  openCount,
  opportunityCard,
  storyCard,
  type EntryCard,
  type OpenCount,
  type OpportunityCard,
  type StoryCard,
} from '@/site/cards';
import type { LocalizedText } from '@/site/localized-entry';
import type { SiteEntry, SiteOpportunity } from '@/site/site';
import { finderView, type FinderView } from '@/search/finder/finder-view';
import type { SearchesProps } from '@/search/saved-searches/searches-props';
import { searchesProps } from './saved';
import { websiteData } from './structured/website';
import type { TypedThing } from './structured/typed-thing';
import { listedValues, type CountedValue } from './lists/browse';
import { siteName, siteTagline, type ViewContext } from './frame/context';
import { frameView, alternatePaths, type FrameView } from './frame/frame';

/** A campaign that runs. */
interface HomeCampaign extends EntryCard {
  readonly callToAction: LocalizedText<string>;
  /** `YYYY-MM-DD` */
  readonly starts: string;
  readonly ends: string | undefined;
}

export interface HomeView {
  readonly frame: FrameView;
  readonly things: readonly TypedThing[];
  /** None where there are so few opportunities that all of them are shown. */
  readonly finder: FinderView | undefined;
  readonly open: OpenCount;
  readonly searches: SearchesProps;
  /** Why these opportunities are shown. */
  readonly kind: 'closing' | 'featured' | 'latest' | 'open';
  readonly cards: readonly OpportunityCard[];
  readonly tasks: readonly CountedValue[];
  /** Values of each facet under which something is open. */
  readonly causes: readonly CountedValue[];
  readonly languages: readonly CountedValue[];
  readonly hours: readonly CountedValue[];
  readonly lengths: readonly CountedValue[];
  /** Countries whose people are especially invited. */
  readonly invited: readonly CountedValue[];
  /** What the site has today. */
  readonly totals: {
    readonly open: number;
    readonly organizations: number;
    /** In which these are registered. */
    readonly countries: number;
    /** In which something open can be done. */
    readonly languages: number;
  };
  /** The newest that is told in the reader's language, else the newest. */
  readonly story: StoryCard | undefined;
  /** The campaign that runs, where one does. */
  readonly campaign: HomeCampaign | undefined;
  /** The guide for organizations. */
  readonly guide: { readonly id: string; readonly path: string } | undefined;
}

function homeCampaign(campaign: SiteEntry<'campaign'>): HomeCampaign {
  const { texts, shared } = campaign;
  const { starts, ends } = shared;
  return { ...entryCard(campaign), callToAction: texts.callToAction, starts, ends };
}

/** A site with fewer open opportunities shows all of them, without a finder. */
const fewestToFind = 6;

/** So many are shown besides those of the finder. */
const mostBesides = 3;

/** The opportunities that can be done with the reader's language alone come first. */
function readersFirst(locale: Locale, opportunities: readonly SiteOpportunity[]): SiteOpportunity[] {
  const reader = new Map([[locale, 'good' as const]]);
  const needsMore = ({ shared }: SiteOpportunity) => unmetConditions(shared.languages, reader).length > 0;
  return opportunities.toSorted((a, b) => Number(needsMore(a)) - Number(needsMore(b)));
}

export function homeView(context: ViewContext): HomeView {
  const { locale, t, site, own, siteUrl } = context;
  const { open } = browseLists(own);
  const closing = open
    .filter(({ stage }) => stage === 'closing')
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0));
  const featured = open.filter(({ shared }) => shared.featured);
  const shown =
    closing.length > 0 && open.length >= fewestToFind
      ? closing
      : readersFirst(locale, [...new Set([...featured, ...open])]);
  const inUse = (facet: CountedValue['facet']) => listedValues(own, facet).filter(({ count }) => count > 0);
  const tasks = listedValues(own, 'task');
  const languages = inUse('lang');
  const invited = new Set(open.flatMap(({ shared }) => shared.diasporaOf as readonly string[]));
  const [story] = own.stories.toSorted(
    (a, b) => Number(b.translated) - Number(a.translated) || (a.shared.date < b.shared.date ? 1 : -1),
  );
  const campaign = runningCampaign(own, site.now);
  const guide = own.pages.find(({ shared }) => shared.role === 'organizations');
  const name = siteName(context);
  const tagline = siteTagline(context);
  return {
    frame: frameView(context, {
      title: `${name}: ${tagline}`,
      isHome: true,
      description: t('home.intro'),
      paths: alternatePaths(context, { to: 'home' }),
    }),
    things: [websiteData({ name, description: tagline, locale }, siteUrl)],
    finder:
      open.length >= fewestToFind
        ? finderView(t, { site: own, now: site.now }, open, tasks, languages)
        : undefined,
    open: openCount(open),
    kind:
      open.length < fewestToFind
        ? 'open'
        : closing.length > 0
          ? 'closing'
          : featured.length > 0
            ? 'featured'
            : 'latest',
    cards: shown.slice(0, open.length < fewestToFind ? fewestToFind : mostBesides).map(opportunityCard),
    searches: searchesProps(context),
    tasks,
    causes: inUse('cause'),
    languages,
    hours: inUse('hours'),
    lengths: inUse('length'),
    invited: inUse('country').filter(({ value }) => invited.has(value)),
    totals: {
      open: open.length,
      organizations: own.organizations.length,
      countries: new Set(own.organizations.map(({ shared }) => shared.country)).size,
      languages: languages.length,
    },
    story: story && storyCard(story),
    campaign: campaign && homeCampaign(campaign),
    guide: guide && { id: guide.id, path: guide.path },
  };
}
