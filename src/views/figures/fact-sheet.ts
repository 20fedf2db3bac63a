/** The service on one page to print. */
import { pathOf } from '@/i18n/routes';
import { countImpact, type Impact } from '@/site/lists/impact';
import type { LocalizedText } from '@/site/localized-entry';
import { createPressSheet } from '../share/site-sheets';
import { siteName, type ViewContext } from '../frame/context';
import { figuresView, type FiguresView } from './figures';
import {
  breadcrumbsView,
  frameView,
  alternatePaths,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

export interface FactSheetView extends FiguresView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  readonly name: string;
  readonly tagline: LocalizedText<string> | undefined;
  /** Notes on the figures. */
  readonly note: LocalizedText<string> | undefined;
  readonly impact: Impact;
  /** The path of the same as a PDF. */
  readonly press: string;
  /** The absolute address of the home page. */
  readonly home: string;
  readonly contactEmail: string | undefined;
}

export function factSheetView(context: ViewContext): FactSheetView {
  const { locale, t, site, own, siteUrl } = context;
  const { settings } = own;
  const title = t('factSheet.title');
  const impact = countImpact(site);
  return {
    frame: frameView(context, {
      title,
      description: t('factSheet.text'),
      paths: alternatePaths(context, { to: 'section', section: 'factSheet' }),
      section: 'impact',
    }),
    breadcrumbs: breadcrumbsView(context, [sectionCrumb(context, 'impact')], title),
    ...figuresView(context),
    name: siteName(context),
    tagline: settings?.texts.tagline,
    note: settings?.texts.figuresNote,
    impact,
    press: createPressSheet(context, impact).path,
    home: new URL(pathOf(locale, { to: 'home' }), siteUrl).href,
    contactEmail: settings?.shared.contactEmail,
  };
}
