/** The geometry of a chart of horizontal bars; names and values are text of the page, so that they wrap and grow. */

export interface Bar {
  readonly label: string;
  /** From 0 to the chart's `max`. */
  readonly value: number;
  /** The value as text: `about 30,000`. */
  readonly text: string;
}

/** The width of a bar in per cent of the chart, with one decimal; `max` is the value of a full-width bar. */
export function barWidth(value: number, max: number): number {
  if (max <= 0) return 0;
  return Math.round((1000 * Math.min(Math.max(value, 0), max)) / max) / 10;
}
