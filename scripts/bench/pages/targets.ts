/** What pages may weigh, which is a budget that the tests hold, and how fast they must be, which is only measured. */
import { budgets } from '@/publish/verify/budgets';

/** A figure with what it must be. */
export interface PageTarget {
  readonly what: string;
  readonly unit: 'kB' | 's' | '' | 'points';
  /** At most this; for points at least this. */
  readonly limit: number;
}

/** Bytes as HTML pages and their style sheets travel, Brotli. */
export const targets = {
  opportunityPage: {
    what: 'opportunity page, HTML + CSS, Brotli',
    unit: 'kB',
    limit: budgets.opportunityPage / 1000,
  },
  opportunityJs: {
    what: 'opportunity page, JavaScript, gzip',
    unit: 'kB',
    limit: budgets.opportunityJs / 1000,
  },
  searchJs: {
    what: 'search page, JavaScript besides Pagefind, gzip',
    unit: 'kB',
    limit: budgets.searchJs / 1000,
  },
  trip: { what: 'whole trip, cold cache, without the font', unit: 'kB', limit: budgets.trip / 1000 },
  shift: { what: 'layout shift', unit: '', limit: 0 },
  lcp: { what: 'LCP at 400 kbit/s, 400 ms, 6x CPU', unit: 's', limit: 2.5 },
  lighthouse: { what: 'Lighthouse, lowest score', unit: 'points', limit: 100 },
} as const satisfies Readonly<Record<string, PageTarget>>;

export type TargetName = keyof typeof targets;

/** True where a figure is what it must be: `('trip', 239.9) -> true` */
export function meetsTarget(name: TargetName, figure: number): boolean {
  const { unit, limit } = targets[name];
  return unit === 'points' ? figure >= limit : figure <= limit;
}
