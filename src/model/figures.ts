/** The service's own figures (site settings), in the orders in which pages show them. */
import type { EntryOf } from './types/types';
import { shareMetrics } from './vocabularies/metrics';

/** A number with what it counts, its year and the key of its source. */
export type Figure = EntryOf<'settings'>['shared']['figures'][number];

/** The figures of each year, oldest year first; within a year in the editor's order. */
export function figuresByYear(
  figures: readonly Figure[],
): { readonly year: number; readonly figures: readonly Figure[] }[] {
  return [...Map.groupBy(figures, ({ year }) => year)]
    .map(([year, ofYear]) => ({ year, figures: ofYear }))
    .toSorted((a, b) => a.year - b.year);
}

/** The figures that belong into one chart, oldest first. Empty where there are fewer than two: nothing to compare. */
export function shareFigures(figures: readonly Figure[]): readonly Figure[] {
  const found = figures
    .filter(({ metric }) => shareMetrics.includes(metric))
    .toSorted((a, b) => a.year - b.year);
  return found.length < 2 ? [] : found;
}
