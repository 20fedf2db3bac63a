/** Lists what needs a person, the most urgent first. */
import { z } from 'zod';
import type { Locale } from '@/i18n/locales';
import { utcDay } from '@/model/time/clock';
import { opportunityStage } from '@/model/time/closing';
import { findOutdated } from '@/model/translation-age';
import { entryKey } from '@/model/types/entry';
import type { Entry, Opportunity } from '@/model/types/types';
import type { EntryRef, EntryRemarks, ReportableEntry } from './entry-ref';

interface Dated {
  /** The day by which it is sorted: a deadline, else the entry’s last change, else the day of the report. */
  readonly day: string;
}

/** One thing to do for an entry. */
export type UrgentTask = Dated &
  (
    | {
        readonly kind: 'left-out' | 'links';
        readonly isChange: boolean;
        readonly remarks: EntryRemarks['remarks'];
      }
    /** It closes within seven days. */
    | { readonly kind: 'closing'; readonly zone: string }
    /**
     * `review`: it is open-ended, and its review date is over. `unanswered`: it closed by its date, with a status of open or
     * paused, and wasn't verified since: editors don’t know whether a volunteer was found.
     */
    | { readonly kind: 'review' | 'unanswered' }
    | {
        readonly kind: 'outdated';
        readonly isChange: boolean;
        readonly locale: Locale;
        readonly original: Locale;
        /** The fields whose original changed after they were translated, in the model's order. */
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

/** The parts of prepared content that the report needs. */
interface UrgentSources {
  /** The instant (ms) of the report. */
  readonly now: number;
  readonly locales: readonly Locale[];
  /** The entries on the site. */
  readonly entries: readonly Entry[];
  /** Those that couldn't be shown. */
  readonly others: readonly ReportableEntry[];
  readonly leftOut: readonly EntryRemarks[];
  readonly deadLinks: readonly EntryRemarks[];
  readonly createRef: (entry: Entry) => EntryRef;
}

const compareTasks = (a: UrgentTask, b: UrgentTask) =>
  urgentKinds.indexOf(a.kind) - urgentKinds.indexOf(b.kind) || (a.day === b.day ? 0 : a.day < b.day ? -1 : 1);

/** The actions that the dates of an opportunity call for. */
function findDeadline({ shared }: Opportunity, now: number): UrgentTask | undefined {
  const { closes, status, reviewBy, lastVerified } = shared;
  const isUndecided = status === 'open' || status === 'paused';
  if (!closes)
    return isUndecided && reviewBy !== undefined && reviewBy < utcDay(now)
      ? { kind: 'review', day: reviewBy }
      : undefined;
  const { date: day, zone } = closes;
  const stage = opportunityStage(shared, now);
  if (stage === 'closing') return { kind: 'closing', day, zone };
  const isUnverified = lastVerified === undefined || lastVerified <= day;
  return stage === 'closed' && isUndecided && isUnverified ? { kind: 'unanswered', day } : undefined;
}

/** Lists them by urgency, then by day, the oldest first. */
export function findUrgent(sources: UrgentSources): UrgentEntry[] {
  const { now, locales, entries, others, leftOut, deadLinks, createRef } = sources;
  // An entry that is left out may have a day that doesn't exist.
  const updated = new Map(
    [...others, ...entries].map((entry) => [
      entryKey(entry),
      z.iso.date().safeParse(entry.shared.updated).data,
    ]),
  );
  const changeOf = (entry: EntryRef) => {
    const day = updated.get(entryKey(entry));
    return { day: day ?? utcDay(now), isChange: day !== undefined };
  };
  const createRemarkTask =
    (kind: 'left-out' | 'links') =>
    ({ remarks, ...entry }: EntryRemarks): readonly [EntryRef, UrgentTask] => [
      entry,
      { kind, ...changeOf(entry), remarks },
    ];
  const listTasks = (entry: Entry): (readonly [EntryRef, UrgentTask])[] => {
    const deadline = entry.type === 'opportunity' ? findDeadline(entry, now) : undefined;
    const outdated = findOutdated(entry.type, entry).filter(({ locale }) => locales.includes(locale));
    if (!deadline && outdated.length === 0) return [];
    const ref = createRef(entry);
    const original = entry.shared.originalLanguage;
    const tasks = outdated.map((one) => ({ kind: 'outdated', ...changeOf(ref), original, ...one }) as const);
    return [...(deadline ? [deadline] : []), ...tasks].map((task) => [ref, task]);
  };
  const found = [
    ...leftOut.map(createRemarkTask('left-out')),
    ...entries.flatMap(listTasks),
    ...deadLinks.map(createRemarkTask('links')),
  ];
  // Two files can have the same id, and each has its own faults.
  return [...Map.groupBy(found, ([entry]) => `${entryKey(entry)} ${entry.where}`).values()]
    .flatMap((own): UrgentEntry[] => {
      const [first, ...rest] = own.map(([, task]) => task).toSorted(compareTasks);
      const entry = own[0]?.[0];
      if (!entry || !first) return [];
      return [{ ...entry, tasks: [first, ...rest] }];
    })
    .toSorted((a, b) => compareTasks(a.tasks[0], b.tasks[0]));
}
