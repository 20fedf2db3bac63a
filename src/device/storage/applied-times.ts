/**
 * The times of applications, read from the log: all that a list shows of it. A page has no room for the code of the
 * whole log.
 */
import { dateText } from '@/i18n/format/date-text';
import { readId, readInstant, readObject } from './read-value';

/** An application as lists and the menu show it. */
export interface AppliedTime {
  /** ISO instant */
  readonly at: string;
  /** The ISO instant of the promised answer. */
  readonly replyBy: string | undefined;
  /** False once an answer was noted, or it was withdrawn. */
  readonly isUnderWay: boolean;
}

/** Applications by opportunity id. Of several to one opportunity the latest counts. */
export type AppliedTimes = ReadonlyMap<string, AppliedTime>;

/** Reads the times from the outbox, whatever was stored there. */
export function readAppliedTimes(records: readonly unknown[]): AppliedTimes {
  const times = new Map<string, AppliedTime>();
  for (const value of records) {
    const record = readObject(value);
    const opportunity = readId(record?.['opportunity']);
    const at = readInstant(record?.['appliedAt']);
    const isApplication = record?.['state'] === 'sent' && record['kind'] === undefined;
    if (!isApplication || !opportunity || !at || at <= (times.get(opportunity)?.at ?? '')) continue;
    const isUnderWay = !(readInstant(record['answeredAt']) ?? readInstant(record['withdrawnAt']));
    times.set(opportunity, { at, replyBy: readInstant(record['replyBy']), isUnderWay });
  }
  return times;
}

/** Formats a note with an instant's day, in the visitor's calendar: `('You applied on {day}', 'en', …) -> 'You applied on 1 Nov 2026'`. */
export function formatAppliedNote(text: string, locale: string, at: string, hasYear = true): string {
  return text.replace('{day}', dateText(locale, Date.parse(at), 'short', undefined, hasYear));
}
