/** The page about the open data. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { newestUpdate } from '@/site/lists/newest-update';
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
  /** The absolute address of the site, for the example. */
  readonly siteUrl: string;
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
    siteUrl: siteUrl.href,
  };
}
