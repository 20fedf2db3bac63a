/** The service in figures. */
import { impactOf, type Impact } from '@/site/impact';
import type { LocalizedText } from '@/site/present';
import type { ViewContext } from '../frame/context';
import { figuresView, type FiguresView } from './figures';
import { frameView, pathsOf, type FrameView } from '../frame/frame';

export interface ImpactView extends FiguresView {
  readonly frame: FrameView;
  /** What readers should know of the figures. */
  readonly note: LocalizedText<string> | undefined;
  readonly impact: Impact;
}

export function impactView(context: ViewContext): ImpactView {
  const { t, site, own } = context;
  return {
    frame: frameView(context, {
      title: t('impact.title'),
      description: t('impact.intro'),
      paths: pathsOf(context, { to: 'section', section: 'impact' }),
      section: 'impact',
    }),
    ...figuresView(context),
    note: own.settings?.texts.figuresNote,
    impact: impactOf(site),
  };
}
