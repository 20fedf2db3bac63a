/** The eight goals of 2000 beside the seventeen of 2015. */
import { listedValues } from '../lists/browse';
import type { ViewContext } from '../frame/context';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

export interface GoalsView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  /** The number of open opportunities for each goal of 2015. */
  readonly open: Readonly<Record<string, number>>;
}

export function goalsView(context: ViewContext): GoalsView {
  const { t, own } = context;
  const title = t('goals.title');
  return {
    frame: frameView(context, {
      title,
      description: t('goals.intro'),
      paths: alternatePaths(context, { to: 'section', section: 'goals' }),
      section: 'impact',
    }),
    breadcrumbs: breadcrumbsView(context, [sectionCrumb(context, 'impact')], title),
    open: Object.fromEntries(listedValues(own, 'sdg').map(({ value, count }) => [value, count])),
  };
}
