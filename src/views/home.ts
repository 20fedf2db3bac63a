/** The home page. */
import type { Locale } from '@/i18n/locales';
import { countCodePoints } from '@/model/fit-text';
import { titleLimit } from '@/model/head-limits';
import { unmetConditions } from '@/model/language-needs';
import { browseLists, listedValues, valuesInUse } from '@/site/lists/browse';
import { runningCampaign } from '@/site/lists/campaigns';
import { entryCard, openCount, opportunityCard, storyCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { assumedLevel } from '@/search/facets/language-fit';
import { finderView } from '@/search/finder/finder-view';
import { searchesProps } from './saved';
import { websiteData } from './structured/things';
import { siteName, siteTagline, type SiteContext, type ViewContext } from './frame/context';
import { frameView } from './frame/frame';

/** A site with fewer open opportunities shows all of them, without a finder. */
const fewestToFind = 6;

/** The largest number of opportunities in the list below the finder. */
const mostListed = 3;

/** True if an opportunity can be done with the reader's language alone. */
function isForReaders({ shared }: SiteOpportunity, locale: Locale): boolean {
  return unmetConditions(shared.languages, new Map([[locale, assumedLevel(locale, locale)]])).length === 0;
}

/**
 * The opportunities that the page lists: those that close soon; else those for its readers, featured ones first, and
 * other featured ones. `shown` (addresses) are on the page already.
 */
function listedOpportunities(
  locale: Locale,
  open: readonly SiteOpportunity[],
  closing: readonly SiteOpportunity[],
  shown: ReadonlySet<string>,
) {
  const featured = open.filter(({ shared }) => shared.featured);
  const candidates =
    closing.length > 0
      ? closing
      : [...[...featured, ...open].filter((one) => isForReaders(one, locale)), ...featured];
  return [...new Set(candidates)].filter(({ path }) => !shown.has(path)).slice(0, mostListed);
}

/** The service's name, with what it is in as many words as there is room for. */
function homeTitle(context: Pick<SiteContext, 'own' | 't'>): string {
  const name = siteName(context);
  const titles = [siteTagline(context), context.t('site.tagline')].map((tagline) => `${name} · ${tagline}`);
  return titles.find((title) => countCodePoints(title) <= titleLimit) ?? name;
}

export function homeView(context: ViewContext) {
  const { locale, t, site, own, siteUrl } = context;
  const { open } = browseLists(own);
  const closing = open
    .filter(({ stage }) => stage === 'closing')
    .toSorted((a, b) => (a.closesAt ?? 0) - (b.closesAt ?? 0));
  const tasks = listedValues(own, 'task');
  const languages = valuesInUse(own, 'lang');
  const invited = new Set(open.flatMap(({ shared }) => shared.diasporaOf as readonly string[]));
  const [story] = own.stories.toSorted(
    (a, b) => Number(b.translated) - Number(a.translated) || (a.shared.date < b.shared.date ? 1 : -1),
  );
  const campaign = runningCampaign(own, site.now);
  const guide = own.pages.find(({ shared }) => shared.role === 'organizations');
  const finder =
    open.length >= fewestToFind
      ? finderView(t, { site: own, now: site.now }, open, tasks, languages)
      : undefined;
  const listed = finder
    ? listedOpportunities(locale, open, closing, new Set(finder.cards.map(({ path }) => path)))
    : open;
  /** Why the opportunities of the list are shown. */
  const kind: 'closing' | 'featured' | 'more' | 'open' = !finder
    ? 'open'
    : closing.length > 0
      ? 'closing'
      : listed.some(({ shared }) => shared.featured)
        ? 'featured'
        : 'more';
  const name = siteName(context);
  const tagline = siteTagline(context);
  return {
    frame: frameView(context, {
      at: { to: 'home' },
      title: homeTitle(context),
      description: t('home.intro'),
    }),
    things: [websiteData({ name, description: tagline, locale }, siteUrl)],
    /** None where there are so few opportunities that all of them are shown. */
    finder,
    open: openCount(open),
    kind,
    /** Those that the finder doesn't show, or all if there is no finder. */
    cards: listed.map(opportunityCard),
    searches: searchesProps(context),
    tasks,
    /** Values of each facet under which something is open. */
    causes: valuesInUse(own, 'cause'),
    languages,
    hours: valuesInUse(own, 'hours'),
    lengths: valuesInUse(own, 'length'),
    /** Countries whose people are especially invited. */
    invited: valuesInUse(own, 'country').filter(({ value }) => invited.has(value)),
    totals: {
      open: open.length,
      organizations: own.organizations.length,
      countries: new Set(own.organizations.map(({ shared }) => shared.country)).size,
      languages: languages.length,
    },
    /** The newest that is told in the reader's language, else the newest. */
    story: story && storyCard(story),
    /** The one that runs. */
    campaign: campaign && {
      ...entryCard(campaign),
      callToAction: campaign.texts.callToAction,
      starts: campaign.shared.starts,
      ends: campaign.shared.ends,
    },
    /** For organizations. */
    guide: guide && { id: guide.id, path: guide.path },
  };
}
