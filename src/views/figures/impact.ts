/** The service in figures. */
import { countImpact, type Impact } from '@/site/lists/impact';
import type { LocalizedText } from '@/site/localized-entry';
import type { ViewContext } from '../frame/context';
import { figuresView, type FiguresView } from './figures';
import { frameView, alternatePaths, type FrameView } from '../frame/frame';

export interface ImpactView extends FiguresView {
  readonly frame: FrameView;
  /** Notes on the figures. */
  readonly note: LocalizedText<string> | undefined;
  readonly impact: Impact;
}

export function impactView(context: ViewContext): ImpactView {
  const { t, site, own } = context;
  return {
    frame: frameView(context, {
      title: t('impact.title'),
      description: t('impact.intro'),
      paths: alternatePaths(context, { to: 'section', section: 'impact' }),
      section: 'impact',
    }),
    ...figuresView(context),
    note: own.settings?.texts.figuresNote,
    impact: countImpact(site),
  };
}
