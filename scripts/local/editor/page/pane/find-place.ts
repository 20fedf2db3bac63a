/** Finds the field that a text of the page comes from. */
import { isRecord } from '@/model/json';
import type { Locale } from '@/i18n/locales';
import type { RawFields } from '@/model/types/entry';

/** The signs of Markdown, and spaces of any kind, are no part of what is compared. */
const bare = (text: string) =>
  text
    .replaceAll(/[\s*_#>`[\]\\-]+/gu, ' ')
    .trim()
    .toLowerCase();

function listTexts(value: unknown, place: string): { readonly place: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ place, text: bare(value) }];
  if (Array.isArray(value)) return value.flatMap((item, index) => listTexts(item, `${place}.${index}`));
  return isRecord(value)
    ? Object.entries(value).flatMap(([name, part]) => listTexts(part, `${place}.${name}`))
    : [];
}

/** The part of a text that is enough to know it by. */
const knownBy = 60;

/**
 * Returns the place of the field whose text contains what was pointed at, in the language of the page first; undefined
 * if none does. The shortest wins: a title can also occur in a longer text.
 */
export function findPlace(fields: RawFields, locale: Locale, pointed: string): string | undefined {
  const wanted = bare(pointed).slice(0, knownBy).trim();
  if (wanted.length < 2) return undefined;
  const own = listTexts(fields[locale], locale);
  const original = String(fields['originalLanguage']);
  const others = original === locale ? [] : listTexts(fields[original], original);
  for (const texts of [own, others]) {
    const found = texts
      .filter(({ text }) => text.includes(wanted))
      .toSorted((one, other) => one.text.length - other.text.length);
    const [first] = found;
    if (first) return first.place;
  }
  return undefined;
}
