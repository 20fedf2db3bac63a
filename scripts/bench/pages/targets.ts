/** The limits of pages: budgets for bytes, which tests check too, and times, which are only measured here. */
import { budgets } from './budgets';

/** A figure with its limit. */
interface PageTarget {
  readonly label: string;
  readonly unit: 'kB' | 's' | '' | 'points';
  /** The largest allowed figure; for points the smallest. */
  readonly limit: number;
}

/** Bytes are those of the compressed files. */
export const targets = {
  opportunityPage: {
    label: 'opportunity page, HTML + CSS, Brotli',
    unit: 'kB',
    limit: budgets.opportunityPage / 1000,
  },
  opportunityJs: {
    label: 'opportunity page, JavaScript, gzip',
    unit: 'kB',
    limit: budgets.opportunityJs / 1000,
  },
  searchJs: {
    label: 'search page, JavaScript besides Pagefind, gzip',
    unit: 'kB',
    limit: budgets.searchJs / 1000,
  },
  trip: { label: 'whole trip, cold cache, without the font', unit: 'kB', limit: budgets.trip / 1000 },
  shift: { label: 'layout shift', unit: '', limit: 0 },
  lcp: { label: 'LCP at 400 kbit/s, 400 ms, 6x CPU', unit: 's', limit: 2.5 },
  lighthouse: { label: 'Lighthouse, lowest score', unit: 'points', limit: 100 },
} as const satisfies Readonly<Record<string, PageTarget>>;

export type TargetName = keyof typeof targets;

/** True if a figure is within its limit: `('trip', 239.9) -> true` */
export function meetsTarget(name: TargetName, figure: number): boolean {
  const { unit, limit } = targets[name];
  return unit === 'points' ? figure >= limit : figure <= limit;
}
