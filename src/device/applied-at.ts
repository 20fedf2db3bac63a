/** When one applied to what, out of the log: all that a list says of it. A search has no room for the whole log. */
import { dateText } from '@/i18n/date-text';
import { appliedKey } from './applied-key';
import type { ItemStore } from './storage/item-store';
import { readId, readInstant, readRecord } from './storage/read-value';

export interface AppliedAt {
  /** The opportunity's. */
  readonly id: string;
  /** ISO instant */
  readonly at: string;
}

/** For reading only. Of several applications to one opportunity the latest counts. */
export const appliedTimes: ItemStore<AppliedAt> = {
  key: appliedKey,
  readItem: (value) => {
    const record = readRecord(value);
    const id = readId(record?.['opportunity']);
    const at = readInstant(record?.['appliedAt']);
    return id && at ? { id, at } : undefined;
  },
  mergeItem: (a, b) => (a.at < b.at ? b : a),
  instantOf: ({ at }) => at,
};

/** `('You applied on {day}', 'en', …) -> 'You applied on 1 Nov 2026'`, by the visitor's calendar. */
export function appliedWords(words: string, locale: string, { at }: AppliedAt): string {
  return words.replace('{day}', dateText(locale, Date.parse(at), 'short'));
}
