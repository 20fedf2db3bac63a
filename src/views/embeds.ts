/** The page with the code for other sites. */
import { label } from '@/i18n/names';
import { browseFacets, pathOf } from '@/i18n/routes';
import { listedValues } from './lists/browse';
import type { ViewContext } from './frame/context';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from './frame/frame';

/** A page that other sites can show. */
interface EmbedOption {
  readonly path: string;
  readonly text: string;
}

export interface EmbedsView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** The embed that is shown first: everything. */
  readonly first: EmbedOption;
  readonly groups: readonly { readonly label: string; readonly options: readonly EmbedOption[] }[];
  /** The absolute address of the site. */
  readonly siteUrl: string;
}

export function embedsView(context: ViewContext): EmbedsView {
  const { locale, t, own, siteUrl } = context;
  const title = t('embed.title');
  const campaigns = own.campaigns.map(({ path, texts }) => ({ path, text: texts.title.value }));
  // Closed opportunities can be shown elsewhere too, but hardly any site wants to.
  const facets = browseFacets.filter((facet) => facet !== 'status');
  return {
    frame: frameView(context, {
      title,
      description: t('embed.intro'),
      paths: alternatePaths(context, { to: 'section', section: 'embeds' }),
      section: 'impact',
    }),
    breadcrumbs: breadcrumbsView(context, [sectionCrumb(context, 'impact')], title),
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
          .map(({ value, label: text }) => ({
            path: pathOf(locale, { to: 'browse-value', facet, value }),
            text,
          })),
      })),
    ].filter(({ options }) => options.length > 0),
    siteUrl: siteUrl.href,
  };
}
