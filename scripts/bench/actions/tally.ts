/** Counts of a visitor's steps, and the table of them. */
import { formatColumns } from '../format-columns';

/** The effort of a step: what a visitor did, and how far one scrolled by touch besides. */
export interface Effort {
  /** Taps, pressed keys and filled fields. */
  readonly actions: number;
  /** Swipes of one height of the window. */
  readonly screens: number;
}

/** The steps of a first visit, in their order. */
const visitSteps = ['find', 'read', 'apply', 'return', 'find the application', 'share'] as const;
type VisitStep = (typeof visitSteps)[number];

/** The effort of each step of a visit; undefined for one that can't be made. */
export interface VisitResult {
  /** Where and how: `touch, en`. */
  readonly name: string;
  readonly steps: Readonly<Record<VisitStep, Effort | undefined>>;
  /** Finding by completing home's sentence, which may take more actions than another way; undefined without script. */
  readonly sentence: Effort | undefined;
  /** Which ways were taken, and what others would have taken. */
  readonly notes: readonly string[];
}

/** Returns the way with the fewest actions; of equal ones that with less scrolling, then the first. */
export function pickEasiest<Way extends { readonly effort: Effort }>(ways: readonly Way[]): Way | undefined {
  return ways.toSorted(
    (a, b) => a.effort.actions - b.effort.actions || a.effort.screens - b.effort.screens,
  )[0];
}

/** Adds efforts; those that are undefined count nothing. */
function sumEfforts(efforts: readonly (Effort | undefined)[]): Effort {
  return {
    actions: efforts.reduce((sum, effort) => sum + (effort?.actions ?? 0), 0),
    screens: efforts.reduce((sum, effort) => sum + (effort?.screens ?? 0), 0),
  };
}

/** Formats an effort: `{ actions: 3, screens: 2 } -> '3 (+2)'`, without screens `'3'`, not possible `'–'`. */
export function formatEffort(effort: Effort | undefined): string {
  if (!effort) return '–';
  return effort.screens > 0 ? `${effort.actions} (+${effort.screens})` : String(effort.actions);
}

/** Formats the table: a row for each step, a column for each visit, and the totals. */
export function formatVisits(visits: readonly VisitResult[]): string[] {
  const rows = visitSteps.map((step, index) => [
    `${index + 1} ${step}`,
    ...visits.map(({ steps }) => formatEffort(steps[step])),
  ]);
  // Not in the totals.
  rows.splice(1, 0, ['by the sentence', ...visits.map(({ sentence }) => formatEffort(sentence))]);
  const totals = visits.map(({ steps }) => formatEffort(sumEfforts(Object.values(steps))));
  return formatColumns(['step', ...visits.map(({ name }) => name)], [...rows, ['in all', ...totals]]);
}
