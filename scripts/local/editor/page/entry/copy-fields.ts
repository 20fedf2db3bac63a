/** What the copy of an entry takes over: all but its dates, its addresses and its history. */
import { isLocale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import type { RawFields } from '@/model/types/entry';

/** Fields that a copy doesn't have. */
const cleared = new Set([
  'closes',
  'starts',
  'ends',
  'reviewBy',
  'lastVerified',
  'confirmedOn',
  'verifiedOn',
  'featured',
  'provenance',
  'updated',
]);

const clearedTexts = new Set(['slug', 'formerSlugs', 'shortSlug']);

const without = (fields: RawFields, names: ReadonlySet<string>): RawFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));

/** Returns the fields of a copy. `fresh` are those of a new entry: its status and days, but not its language. */
export function copyFields(fields: RawFields, fresh: RawFields): RawFields {
  const kept = Object.entries({
    ...without(fields, cleared),
    ...without(fresh, new Set(['originalLanguage'])),
  });
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      isLocale(name) && isRecord(value) ? without(value, clearedTexts) : value,
    ]),
  );
}
