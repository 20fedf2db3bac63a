/** When an application to what was sent, out of the log: all that a list says of it. A search has no room for the whole log. */
import { dateText } from '@/i18n/date-text';
import { readId, readInstant, readRecord } from '../storage/read-value';

/** By the opportunity's id, an ISO instant. Of several applications to one opportunity the latest counts. */
export type AppliedTimes = ReadonlyMap<string, string>;

/** Reads them from the outbox, whatever was stored there. */
export function readAppliedTimes(records: readonly unknown[]): AppliedTimes {
  const times = new Map<string, string>();
  for (const value of records) {
    const record = readRecord(value);
    const opportunity = readId(record?.['opportunity']);
    const at = readInstant(record?.['appliedAt']);
    const isApplication = record?.['state'] === 'sent' && record['kind'] === undefined;
    if (isApplication && opportunity && at && at > (times.get(opportunity) ?? '')) times.set(opportunity, at);
  }
  return times;
}

/** `('You applied on {day}', 'en', …) -> 'You applied on 1 Nov 2026'`, by the visitor's calendar. */
export function appliedWords(words: string, locale: string, at: string): string {
  return words.replace('{day}', dateText(locale, Date.parse(at), 'short'));
}
