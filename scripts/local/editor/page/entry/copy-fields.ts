/** What the copy of an entry takes over: all but its dates, its addresses and its history. */
import { isLocale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import type { RawFields } from '@/model/types/entry';

/** Fields that a copy doesn't have, for all languages or in one. */
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
  'slug',
  'formerSlugs',
  'shortSlug',
]);

const withoutCleared = (fields: RawFields): RawFields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      cleared.has(name) ? [] : [[name, isLocale(name) && isRecord(value) ? withoutCleared(value) : value]],
    ),
  );

/** Returns the fields of a copy. `fresh` are those of a new entry: its status and days, but not its language. */
export const copyFields = (fields: RawFields, fresh: RawFields): RawFields => ({
  ...withoutCleared(fields),
  ...fresh,
  originalLanguage: fields['originalLanguage'],
});
