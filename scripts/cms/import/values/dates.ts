/** Days as people write them in sheets. */
import { locales } from '@/i18n/locales';
import { foldWords } from './fold-words';

/** Which comes first where a day and a month are both numbers. */
export type DateOrder = 'dmy' | 'mdy';

/** A day of the calendar, or that a text may mean two of them. */
export type ParsedDate = { readonly day: string } | { readonly ambiguous: true } | undefined;

const time = String.raw`(?:[T ,]+\d{1,2}[:h]\d{2}.*)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'u');
const numbers = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${time}$`, 'u');
const dayFirst = /^(?:\p{L}+ )?(\d{1,2})(?:er|st|nd|rd|th)? (?:of |de |d )?(\p{L}+) (?:de |del )?(\d{4})$/u;
const monthFirst = /^(?:\p{L}+ )?(\p{L}+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u;

/** Months by their names in every language, in full and as they are shortened. */
const months = new Map(
  locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index): [string, number] => {
        const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(
          Date.UTC(2026, index, 1),
        );
        return [foldWords(name), index + 1];
      }),
    ),
  ),
);

function formatDay(year: number, month: number, day: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The first two numbers of a day written in numbers, if it is written so: `'3/4/2026' -> [3, 4]`. */
function parseNumericDate(text: string): [number, number, number] | undefined {
  const [, first, , second, year] = numbers.exec(text.trim()) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second), Number(year)];
}

/**
 * A day (`YYYY-MM-DD`, which needn't exist) from `2026-12-31`, `31/12/2026`, `12/31/2026`, `31.12.2026`,
 * `31 décembre 2026`, `December 31, 2026`; a time behind it is dropped. `3/4/2026` needs an order. Undefined for what
 * is no date.
 */
export function parseDate(text: string, order: DateOrder | undefined): ParsedDate {
  const trimmed = text.trim();
  const [, year, month, day] = iso.exec(trimmed) ?? [];
  if (year !== undefined) return { day: formatDay(Number(year), Number(month), Number(day)) };
  const pair = parseNumericDate(trimmed);
  if (pair) {
    const [first, second, inYear] = pair;
    if (first !== second && order === undefined && first <= 12 && second <= 12) return { ambiguous: true };
    const isMonthFirst = order === undefined ? second > 12 : order === 'mdy';
    return { day: isMonthFirst ? formatDay(inYear, first, second) : formatDay(inYear, second, first) };
  }
  const words = foldWords(trimmed);
  const [, d1, name1, y1] = dayFirst.exec(words) ?? [];
  const [, name2, d2, y2] = monthFirst.exec(words) ?? [];
  const named = months.get(name1 ?? name2 ?? '');
  if (named === undefined) return undefined;
  return { day: formatDay(Number(y1 ?? y2), named, Number(d1 ?? d2)) };
}

/** How a sheet writes its days, from those that can be read in one way only; undefined where none can, or both are. */
export function detectDateOrder(
  texts: readonly string[],
): { readonly order: DateOrder; readonly example: string } | undefined {
  const pairs = texts.flatMap((text) => {
    const pair = parseNumericDate(text);
    return pair ? [{ text: text.trim(), first: pair[0], second: pair[1] }] : [];
  });
  const dmy = pairs.find(({ first, second }) => first > 12 && second <= 12);
  const mdy = pairs.find(({ first, second }) => second > 12 && first <= 12);
  if (dmy && !mdy) return { order: 'dmy', example: dmy.text };
  return mdy && !dmy ? { order: 'mdy', example: mdy.text } : undefined;
}
