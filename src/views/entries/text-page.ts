/** About, the guides, contact, privacy, accessibility and the like. */
import { figuresByYear } from '@/model/figures';
import type { SiteEntry } from '@/site/site';
import { figuresView } from '../figures';
import { listedValues } from '@/site/lists/browse';
import type { ViewContext } from '../frame/context';
import { entryHead, frameView } from '../frame/frame';
import { guideLinks } from './guide-links';

function historyView(context: ViewContext) {
  const { figures, sources } = figuresView(context);
  const [first] = figuresByYear(figures);
  return (
    first && { ...first, sources: [...new Set(first.figures.map(({ source }) => sources[source] ?? source))] }
  );
}

export function textPageView(context: ViewContext, page: SiteEntry<'page'>) {
  const { t, own } = context;
  const { role } = page.shared;
  return {
    frame: frameView(context, entryHead(context, page)),
    page,
    role,
    contactEmail: own.settings?.shared.contactEmail,
    contactNote: own.settings?.texts.contactNote,
    /** Every task type, for the guide for volunteers. */
    tasks: role === 'volunteers' ? listedValues(own, 'task') : [],
    links: guideLinks(t, role, own.pages),
    /** The earliest of the service's figures, for the page about it. */
    history: role === 'about' ? historyView(context) : undefined,
  };
}
