/**
 * The metrics of the service's figures, with their units: numbers, or shares in per cent. The three counts of people are
 * separate: a source that gives how many had signed up and one that says how many helped in a year don't make one series.
 * So are where volunteers lived and where they came from.
 * Labels: keys `metric.<id>` (after a number) and `metric.<id>.name` (on its own).
 */
export const metricUnits = {
  organizations: 'count',
  registered: 'count',
  engaged: 'percent',
  volunteers: 'count',
  matched: 'count',
  assignments: 'count',
  'organizations-south': 'percent',
  'volunteers-south': 'percent',
  'volunteers-from-south': 'percent',
} as const;

type Metric = keyof typeof metricUnits;

export const metrics = Object.keys(metricUnits) as [Metric, ...Metric[]];

/** Metrics that can stand in one chart: shares of the same places. */
export const shareMetrics: readonly Metric[] = [
  'organizations-south',
  'volunteers-south',
  'volunteers-from-south',
];

/** The precision of a figure in its source. Labels: keys `precision.<id>.<unit>`. */
export const precisions = ['exact', 'about', 'over'] as const;
