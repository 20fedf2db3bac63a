/** The head of a section's list: its title and what it is, page by page where it is long. */
import type { ViewContext } from '../frame/context';
import { frameView, alternatePaths, type FrameView } from '../frame/frame';
import { numberedTitle } from '../frame/head-texts';

export interface SectionListView {
  readonly frame: FrameView;
  /** The title, with the number of the page after the first. */
  readonly title: string;
  readonly intro: string;
}

export function sectionListView(
  context: ViewContext,
  section: 'opportunities' | 'organizations' | 'campaigns' | 'stories' | 'resources',
  page = 1,
): SectionListView {
  const { t } = context;
  const name = t(`${section}.title`);
  const intro = t(`${section}.intro`);
  const title = numberedTitle(t, name, page);
  return {
    frame: frameView(context, {
      title: name,
      page,
      description: page > 1 ? `${title}. ${intro}` : intro,
      paths: alternatePaths(context, { to: 'section', section, page }),
      section: section === 'opportunities' ? 'search' : section,
    }),
    title,
    intro,
  };
}
