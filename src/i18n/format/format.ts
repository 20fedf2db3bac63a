/** Numbers, days, shares and the alphabet as a language has them. */
import { cacheByText } from '../cache-by-text';
import type { Locale } from '../locales';
import { dateText, languageTag } from './date-text';

export { formatNumber } from './number';

/** The day stays with its month: `2 de diciembre | de 2026`. */
const unbroken = (text: string) => text.replace(/^(\S+) (de )?/, (start) => start.replaceAll(' ', '\u00a0'));

/**
 * A calendar day (`YYYY-MM-DD`) in words: `('fr', '2026-12-02') -> '2 décembre 2026'`, with a no-break space before the
 * month. Every page has some, and there are not many different ones.
 */
export const formatDay = cacheByText((locale: Locale, day: string, style: 'long' | 'short' = 'long') =>
  unbroken(dateText(locale, Date.parse(day), style, 'UTC')),
);

/** The days from one to another in words: `('en', '2026-10-05', '2026-10-28') -> '5–28 Oct 2026'`. */
export function formatDays(locale: Locale, from: string, to: string): string {
  if (from === to) return formatDay(locale, from, 'short');
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTag(locale), options).formatRange(Date.parse(from), Date.parse(to));
}

/** A share in per cent as the language writes it: `('fr', 55) -> '55 %'`. */
export function formatPercent(locale: Locale, percent: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}

/** British lists have no comma before the last “and”, as in the rest of the English texts. */
const listFormat = cacheByText((locale: Locale) => new Intl.ListFormat(languageTag(locale)));

/** Things one after the other: `('en', ['task', 'cause', 'hours']) -> 'task, cause and hours'`. */
export const formatList = (locale: Locale, items: readonly string[]): string =>
  listFormat(locale).format(items);

/** The language's alphabetical order, digits by value. */
export const createCollator = cacheByText(
  (locale: Locale) => new Intl.Collator(locale, { numeric: true }).compare,
);
