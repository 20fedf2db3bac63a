/**
 * The times of applications, read from the log: all that a list shows of it. A search has no room for the code of the
 * whole log.
 */
import { dateText } from '@/i18n/format/date-text';
import { readId, readInstant, readObject } from './read-value';

/** ISO instants by opportunity id. Of several applications to one opportunity the latest counts. */
export type AppliedTimes = ReadonlyMap<string, string>;

/** Reads the times from the outbox, whatever was stored there. */
export function readAppliedTimes(records: readonly unknown[]): AppliedTimes {
  const times = new Map<string, string>();
  for (const value of records) {
    const record = readObject(value);
    const opportunity = readId(record?.['opportunity']);
    const at = readInstant(record?.['appliedAt']);
    const isApplication = record?.['state'] === 'sent' && record['kind'] === undefined;
    if (isApplication && opportunity && at && at > (times.get(opportunity) ?? '')) times.set(opportunity, at);
  }
  return times;
}

/** Formats the note, in the visitor's calendar: `('You applied on {day}', 'en', …) -> 'You applied on 1 Nov 2026'`. */
export function formatAppliedNote(text: string, locale: string, at: string): string {
  return text.replace('{day}', dateText(locale, Date.parse(at), 'short'));
}
