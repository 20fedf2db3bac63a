/** The page with the code for other sites. */
import { label } from '@/i18n/names';
import { browseFacets, pathOf } from '@/i18n/routes';
import { listedValues } from '@/site/lists/browse';
import type { ViewContext } from './frame/context';
import { belowImpact, sectionFrame } from './frame/frame';

export function embedsView(context: ViewContext) {
  const { locale, t, own, siteUrl } = context;
  const campaigns = own.campaigns.map(({ path, texts }) => ({ path, text: texts.title.value }));
  // Closed opportunities can be shown elsewhere too, but hardly any site wants to.
  const facets = browseFacets.filter((facet) => facet !== 'status');
  return {
    frame: sectionFrame(context, 'embeds', 'embed', belowImpact(context)),
    /** The embed that is shown first: everything. */
    first: {
      path: pathOf(locale, { to: 'section', section: 'opportunities' }),
      text: t('opportunities.title'),
    },
    groups: [
      { label: t('nav.campaigns'), options: campaigns },
      ...facets.map((facet) => ({
        label: label(t, 'facet', facet),
        options: listedValues(own, facet)
          .filter(({ count }) => count > 0)
          .map(({ href: path, text }) => ({ path, text })),
      })),
    ].filter(({ options }) => options.length > 0),
    siteUrl: siteUrl.href,
  };
}
