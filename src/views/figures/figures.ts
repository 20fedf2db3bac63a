/** The service's figures in the reader's words. */
import type { Figure } from '@/model/figures';
import type { ViewContext } from '../frame/context';

export interface FiguresView {
  readonly figures: readonly Figure[];
  /** The names of the sources, by key. */
  readonly sources: Readonly<Record<string, string>>;
}

export function figuresView({ own }: ViewContext): FiguresView {
  return {
    figures: own.settings?.shared.figures ?? [],
    sources: Object.fromEntries(
      (own.settings?.texts.figureSources?.value ?? []).map(({ key, text }) => [key, text]),
    ),
  };
}
