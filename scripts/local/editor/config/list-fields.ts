/** The values that lists of entries show and filter by. They are set when a file is read, and never written. */
import { locales, type Locale } from '@/i18n/locales';
import { findOutdated } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { z } from 'zod';
import { requiredTexts, toEntry } from '../entry/entry-problems';

/** A mark of an entry, by which a filter finds it. */
export const entryMark = {
  status: (id: string) => `status-${id}`,
  closesSoon: 'closes-soon',
  missing: (locale: Locale) => `missing-${locale}`,
  outdated: (locale: Locale) => `outdated-${locale}`,
} as const;

/** An opportunity closes soon if no more than this many days are left. */
const soonDays = 14;

const isFields = (value: unknown): value is RawFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The last day for applications, `YYYY-MM-DD`. */
export function closingDateOf({ closes }: RawFields): string | undefined {
  const date = isFields(closes) ? closes['date'] : undefined;
  return typeof date === 'string' ? date : undefined;
}

/** The status of an entry; the type's own where its file says none. */
export function statusOf(type: ContentTypeName, { status }: RawFields): string | undefined {
  if (typeof status === 'string') return status;
  const shape: Readonly<Record<string, z.core.$ZodType>> = contentTypes[type].shared.shape;
  const field = shape['status'] as z.ZodType | undefined;
  const assumed = field?.safeParse(undefined);
  return assumed?.success ? String(assumed.data) : undefined;
}

/** True if a language has every text that its type requires. */
function isTranslated(type: ContentTypeName, texts: unknown): boolean {
  const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '';
  return isFields(texts) && requiredTexts(type).every((name) => isFilled(texts[name]));
}

function closesSoon(fields: RawFields, today: string): boolean {
  const day = closingDateOf(fields);
  if (day === undefined || fields['status'] !== 'open') return false;
  const left = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return left >= 0 && left <= soonDays;
}

/** The marks of an entry, separated by spaces. `today` is `YYYY-MM-DD`. */
export function entryMarks(type: ContentTypeName, fields: RawFields, today: string): string {
  const status = statusOf(type, fields);
  const outdated = findOutdated(type, toEntry(type, '', fields));
  return [
    ...(status === undefined ? [] : [entryMark.status(status)]),
    ...(closesSoon(fields, today) ? [entryMark.closesSoon] : []),
    ...locales.filter((locale) => !isTranslated(type, fields[locale])).map(entryMark.missing),
    ...outdated.map(({ locale }) => entryMark.outdated(locale)),
  ].join(' ');
}
