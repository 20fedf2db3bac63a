/** Lists what needs a person, the most urgent first. */
import { entryKey } from '@/model/types/entry';
import type { Locale } from '@/i18n/locales';
import { utcDay } from '@/model/time/clock';
import type { Deadlines } from './deadlines';
import { type EntryRef, type EntryRemarks, type Remark } from './entry-ref';
import type { LanguageQueue } from './translation-queue';

interface Dated {
  /** The day by which it is sorted: a deadline, else the entry’s last change, else the day of the report. */
  readonly day: string;
}

/** One thing to do for an entry. */
export type UrgentTask = Dated &
  (
    | { readonly kind: 'left-out' | 'links'; readonly isChange: boolean; readonly remarks: readonly Remark[] }
    | { readonly kind: 'closing'; readonly zone: string }
    | { readonly kind: 'review' | 'unanswered' }
    | {
        readonly kind: 'outdated';
        readonly isChange: boolean;
        readonly locale: Locale;
        readonly original: Locale;
        readonly fields: readonly string[];
      }
  );

export type UrgentKind = UrgentTask['kind'];

/** From the most urgent to the least. */
export const urgentKinds = [
  'left-out',
  'closing',
  'review',
  'unanswered',
  'outdated',
  'links',
] as const satisfies readonly UrgentKind[];

/** An entry with all that is to be done for it, the most urgent first. */
export interface UrgentEntry extends EntryRef {
  readonly tasks: readonly [UrgentTask, ...UrgentTask[]];
}

/** The findings of the content report. */
interface ReportFindings {
  /** The instant of the report, ISO. */
  readonly now: string;
  readonly leftOut: readonly EntryRemarks[];
  readonly deadLinks: readonly EntryRemarks[];
  readonly deadlines: Deadlines;
  readonly outdated: readonly LanguageQueue[];
}

const compareTasks = (a: UrgentTask, b: UrgentTask) =>
  urgentKinds.indexOf(a.kind) - urgentKinds.indexOf(b.kind) || (a.day === b.day ? 0 : a.day < b.day ? -1 : 1);

/** Lists them by urgency, then by day, the oldest first. `updated` has the days of the last changes, by `entryKey`. */
export function findUrgent(
  { now, leftOut, deadLinks, deadlines, outdated }: ReportFindings,
  updated: ReadonlyMap<string, string>,
): UrgentEntry[] {
  const today = utcDay(Date.parse(now));
  const changeOf = (entry: EntryRef) => {
    const day = updated.get(entryKey(entry));
    return { day: day ?? today, isChange: day !== undefined };
  };
  const createRemarkTask = (kind: 'left-out' | 'links') => (entry: EntryRemarks) =>
    [entry, { kind, ...changeOf(entry), remarks: entry.remarks }] as const;
  const found: (readonly [EntryRef, UrgentTask])[] = [
    ...leftOut.map(createRemarkTask('left-out')),
    ...deadlines.closingSoon.map(
      (entry) => [entry, { kind: 'closing', day: entry.closes.date, zone: entry.closes.zone }] as const,
    ),
    ...deadlines.reviewOverdue.map((entry) => [entry, { kind: 'review', day: entry.reviewBy }] as const),
    ...deadlines.closedUnverified.map(
      (entry) => [entry, { kind: 'unanswered', day: entry.closes.date }] as const,
    ),
    ...outdated.flatMap(({ locale, entries }) =>
      entries.map((entry) => {
        const { original, fields } = entry;
        return [entry, { kind: 'outdated', ...changeOf(entry), locale, original, fields }] as const;
      }),
    ),
    ...deadLinks.map(createRemarkTask('links')),
  ];
  // Two files can have the same id, and each has its own faults.
  return [...Map.groupBy(found, ([entry]) => `${entryKey(entry)} ${entry.where}`).values()]
    .flatMap((own): UrgentEntry[] => {
      const [first, ...rest] = own.map(([, task]) => task).toSorted(compareTasks);
      const entry = own[0]?.[0];
      if (!entry || !first) return [];
      const { type, id, title, where, edit, isLocal } = entry;
      return [{ type, id, title, where, edit, isLocal, tasks: [first, ...rest] }];
    })
    .toSorted((a, b) => compareTasks(a.tasks[0], b.tasks[0]));
}
