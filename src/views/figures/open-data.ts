/** The page about the open data. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { newestUpdate } from '@/site/lists/newest-update';
import { dataLicence, defaultLicence } from '../records/licence';
import type { ViewContext } from '../frame/context';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

export interface OpenDataView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** The day on which a record last changed, `YYYY-MM-DD`. */
  readonly updated: string | undefined;
  /** `text` says what it allows, or leads to it. */
  readonly licence: { readonly text: string; readonly name: string; readonly url: string };
  /** The absolute address of the site, for the example. */
  readonly siteUrl: string;
}

/** The default licence in the words of the language; another one by its name. */
function licenceView({ t, own }: Pick<ViewContext, 't' | 'own'>): OpenDataView['licence'] {
  const { id, name, url } = dataLicence(own);
  return id === defaultLicence.id
    ? { text: t('data.licence.text', { licence: 'CC BY 4.0' }), name: t('data.licence.name'), url }
    : { text: t('data.licence.own'), name, url };
}

export function openDataView(context: ViewContext): OpenDataView {
  const { t, own, siteUrl } = context;
  const title = t('data.title');
  const open = own.opportunities.filter(({ stage }) => acceptsApplications(stage));
  return {
    frame: frameView(context, {
      title,
      description: t('data.intro'),
      paths: alternatePaths(context, { to: 'section', section: 'openData' }),
      section: 'impact',
    }),
    breadcrumbs: breadcrumbsView(context, [sectionCrumb(context, 'impact')], title),
    updated: newestUpdate([...open, ...own.organizations]),
    licence: licenceView(context),
    siteUrl: siteUrl.href,
  };
}
