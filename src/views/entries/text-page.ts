/** About, the guides, contact, privacy, accessibility and the like. */
import { figuresByYear, type Figure } from '@/model/figures';
import type { LocalizedText } from '@/site/localized-entry';
import { renderProse, type LocalizedHtml } from '@/site/prose';
import type { SiteEntry } from '@/site/site';
import { figuresView } from '../figures/figures';
import { listedValues, type CountedValue } from '../lists/browse';
import type { ViewContext } from '../frame/context';
import { entryHead, frameView, type FrameView } from '../frame/frame';
import { guideLinks, type GuideLink, type PageRole } from './guide-links';

export interface TextPageView {
  readonly frame: FrameView;
  readonly page: SiteEntry<'page'>;
  readonly role: PageRole;
  readonly body: LocalizedHtml | undefined;
  readonly contactEmail: string | undefined;
  readonly contactNote: LocalizedText<string> | undefined;
  /** Every task type, for the guide for volunteers. */
  readonly tasks: readonly CountedValue[];
  /** The links below the text. */
  readonly links: readonly GuideLink[];
  /** The earliest of the service's figures, for the page about it. */
  readonly history: History | undefined;
}

/** The figures of a year, with the names of their sources. */
interface History {
  readonly year: number;
  readonly figures: readonly Figure[];
  readonly sources: readonly string[];
}

function historyView(context: ViewContext): History | undefined {
  const { figures, sources } = figuresView(context);
  const [first] = figuresByYear(figures);
  return (
    first && { ...first, sources: [...new Set(first.figures.map(({ source }) => sources[source] ?? source))] }
  );
}

export function textPageView(context: ViewContext, page: SiteEntry<'page'>): TextPageView {
  const { t, own } = context;
  const { role } = page.shared;
  return {
    frame: frameView(context, entryHead(page)),
    page,
    role,
    body: page.texts.body && renderProse(page.texts.body, 2),
    contactEmail: own.settings?.shared.contactEmail,
    contactNote: own.settings?.texts.contactNote,
    tasks: role === 'volunteers' ? listedValues(own, 'task') : [],
    links: guideLinks(t, role, own.pages),
    history: role === 'about' ? historyView(context) : undefined,
  };
}
