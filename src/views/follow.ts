/** The pages about what others can take from here: feeds and calendars, and embeds for other sites. */
import { label } from '@/i18n/names';
import { browseFacets, feedPathOf, pathOf } from '@/i18n/routes';
import { browseLists, valuesInUse } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { belowImpact, sectionFrame } from './frame/frame';

const everything = { to: 'section', section: 'opportunities' } as const;

/** The page with the code for other sites. */
export function embedsView(context: ViewContext) {
  const { locale, t, own, siteUrl } = context;
  const campaigns = own.campaigns.map(({ path, texts }) => ({ path, text: texts.title.value }));
  // Closed opportunities can be shown elsewhere too, but hardly any site wants to.
  const facets = browseFacets.filter((facet) => facet !== 'status');
  return {
    frame: sectionFrame(context, 'embeds', 'embed', belowImpact(context)),
    /** The embed that is shown first: everything. */
    first: {
      path: pathOf(locale, everything),
      text: t('opportunities.title'),
    },
    groups: [
      { label: t('nav.campaigns'), options: campaigns },
      ...facets.map((facet) => ({
        label: label(t, 'facet', facet),
        options: valuesInUse(own, facet).map(({ href: path, text }) => ({ path, text })),
      })),
    ].filter(({ options }) => options.length > 0),
    siteUrl: siteUrl.href,
  };
}

/** Feeds and calendars for people who have never heard of them. */
export function subscribeView(context: ViewContext) {
  const { locale, t, own, siteUrl } = context;
  const listsOf = (wanted: 'task' | 'lang') =>
    browseLists(own)
      .lists.filter(({ facet, lang, isInUse }) => facet === wanted && lang === undefined && isInUse)
      .map(({ text, route }) => ({ text, href: `${pathOf(locale, route())}#follow` }));
  return {
    frame: sectionFrame(context, 'subscribe', 'subscribe', {
      section: 'search',
      crumbs: [{ text: t('browse.title'), href: pathOf(locale, { to: 'browse' }) }],
    }),
    feed: new URL(feedPathOf(locale, everything, 'rss'), siteUrl).href,
    calendar: new URL(feedPathOf(locale, everything, 'calendar'), siteUrl).href,
    tasks: listsOf('task'),
    languages: listsOf('lang'),
  };
}
