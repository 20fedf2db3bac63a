/** The home page. */
import { illustratedTask } from '@/components/illustration';
import { countCodePoints } from '@/model/fit-text';
import { titleLimit } from '@/model/head-limits';
import { browseLists, listedValues, valuesInUse } from '@/site/lists/browse';
import { runningCampaign } from '@/site/lists/campaigns';
import { entryCard, openCount, opportunityCard, storyCard } from '@/site/cards';
import { finderView } from '@/search/finder/finder-view';
import { searchesProps } from './saved';
import { websiteData } from './structured/things';
import { siteName, siteTagline, type SiteContext, type ViewContext } from './frame/context';
import { frameView } from './frame/frame';

/** A site with fewer open opportunities shows all of them, without a finder. */
const fewestToFind = 6;

/** Of the tasks so many have a link of their own; the sentence has all. */
const tasksShown = 7;

/** The service's name, with what it is in as many words as there is room for. */
function homeTitle(context: Pick<SiteContext, 'own' | 't'>): string {
  const name = siteName(context);
  const titles = [siteTagline(context), context.t('site.tagline')].map((tagline) => `${name} · ${tagline}`);
  return titles.find((title) => countCodePoints(title) <= titleLimit) ?? name;
}

export function homeView(context: ViewContext) {
  const { locale, t, site, own, siteUrl } = context;
  const { open } = browseLists(own);
  const tasks = listedValues(own, 'task');
  const languages = valuesInUse(own, 'lang');
  const [story] = own.stories.toSorted(
    (a, b) => Number(b.translated) - Number(a.translated) || (a.shared.date < b.shared.date ? 1 : -1),
  );
  const campaign = runningCampaign(own, site.now);
  const finder =
    open.length >= fewestToFind
      ? finderView(t, { site: own, now: site.now }, open, tasks, languages)
      : undefined;
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
    /** All that is open, where that is so little that there is no finder. */
    cards: finder ? [] : open.map(opportunityCard),
    searches: searchesProps(context),
    /** Opportunities of an hour or less, and the tasks with the most open opportunities. */
    tasks: [
      ...valuesInUse(own, 'hours').filter(({ value }) => value === '1'),
      ...tasks.toSorted((a, b) => b.count - a.count).slice(0, tasksShown),
    ],
    /** The newest that is told in the reader's language, else the newest. */
    story: story && storyCard(story),
    /** The one that runs. */
    campaign: campaign && {
      ...entryCard(campaign),
      task: illustratedTask(campaign.id, campaign.shared.filter?.task),
      callToAction: campaign.texts.callToAction,
      starts: campaign.shared.starts,
      ends: campaign.shared.ends,
    },
  };
}
