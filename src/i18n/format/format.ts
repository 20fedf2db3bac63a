/** Numbers, days, shares and the alphabet as a language has them. */
import type { Locale } from '../locales';

export { formatNumber } from './number';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(locale: Locale, style: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${locale}/${style}`;
  let found = dayFormats.get(key);
  if (!found) {
    const options: Intl.DateTimeFormatOptions =
      style === 'long'
        ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
        : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
    // British day order, as the rest of the English texts
    found = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
    dayFormats.set(key, found);
  }
  return found;
}

/** Every page has some, and there are not many different ones. */
const days = new Map<string, string>();

/** The day stays with its month: `2 de diciembre | de 2026`. */
const unbroken = (text: string) => text.replace(/^(\S+) (de )?/, (start) => start.replaceAll(' ', '\u00a0'));

/**
 * A calendar day (`YYYY-MM-DD`) in words: `('fr', '2026-12-02') -> '2 décembre 2026'`, with a no-break space before the
 * month.
 */
export function formatDay(locale: Locale, day: string, style: 'long' | 'short' = 'long'): string {
  const key = `${locale}/${style}/${day}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const text = dayFormat(locale, style).format(new Date(`${day}T00:00:00Z`));
  // French counts the first day of a month: 1er janvier. Intl doesn’t.
  const words = locale === 'fr' ? text.replace(/^1 /, '1er ') : text;
  const whole = unbroken(words);
  days.set(key, whole);
  return whole;
}

/** The days from one to another in words: `('en', '2026-10-05', '2026-10-28') -> '5–28 Oct 2026'`. */
export function formatDays(locale: Locale, from: string, to: string): string {
  if (from === to) return formatDay(locale, from, 'short');
  const [start, end] = [from, to].map((day) => new Date(`${day}T00:00:00Z`));
  return dayFormat(locale, 'short').formatRange(start ?? 0, end ?? 0);
}

/** A share in per cent as the language writes it: `('fr', 55) -> '55 %'`. */
export function formatPercent(locale: Locale, percent: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
}

const listFormats = new Map<Locale, Intl.ListFormat>();

/** Things one after the other: `('en', ['task', 'cause', 'hours']) -> 'task, cause and hours'`. */
export function formatList(locale: Locale, items: readonly string[]): string {
  // British lists have no comma before the last “and”, as in the rest of the English texts
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale);
  listFormats.set(locale, format);
  return format.format(items);
}

const collators = new Map<Locale, Intl.Collator>();

/** The language's alphabetical order, digits by value. */
export function createCollator(locale: Locale): (a: string, b: string) => number {
  let collator = collators.get(locale);
  if (!collator) collators.set(locale, (collator = new Intl.Collator(locale, { numeric: true })));
  return collator.compare;
}
