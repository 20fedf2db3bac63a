/** The head of a section's list: its title and what it is, page by page where it is long. */
import type { ViewContext } from '../frame/context';
import { frameView, alternatePaths, type FrameView } from '../frame/frame';
import { pageTitle } from '../frame/head-texts';

export interface SectionListView {
  readonly frame: FrameView;
  /** The title, with the page after the first. */
  readonly title: string;
  /** On the first page: what the section holds. */
  readonly intro: string | undefined;
}

/** A page of a list. */
interface Page {
  /** As addresses name it. */
  readonly name: number | string | undefined;
  /** As its title does. */
  readonly title: number | string | undefined;
}

export function sectionListView(
  context: ViewContext,
  section: 'opportunities' | 'organizations' | 'campaigns' | 'stories' | 'resources',
  page: Page = { name: undefined, title: undefined },
): SectionListView {
  const { t } = context;
  const name = t(`${section}.title`);
  const intro = t(`${section}.intro`);
  const title = pageTitle(t, name, page.title);
  return {
    frame: frameView(context, {
      title: name,
      page: page.title,
      description: title === name ? intro : `${title}. ${intro}`,
      paths: alternatePaths(context, { to: 'section', section, page: page.name }),
      section: section === 'opportunities' ? 'search' : section,
    }),
    title,
    intro: title === name ? intro : undefined,
  };
}
