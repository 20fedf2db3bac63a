/** Numbers as the languages write them. Shared with the browser, so it holds no messages. */
import { cacheByText } from '../cache-by-text';

/** Dear to make, and asked for on every row. */
const formatIn = cacheByText((locale: string) => new Intl.NumberFormat(locale));

/**
 * A number with the language's separators: `('fr', 12345) -> '12 345'`. Spanish groups digits by a narrow no-break
 * space, as its academies ask and the UN writes, where Intl still puts a point, which half of its readers take for a
 * decimal one: https://www.rae.es/dpd/números
 */
export function formatNumber(locale: string, value: number): string {
  const format = formatIn(locale);
  if (locale !== 'es') return format.format(value);
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202f' : part.value))
    .join('');
}

/**
 * Formats a range of hours, or one number if both are equal: `('en', 2, 4) -> '2–4'`. One from half an hour begins with the
 * words for it (`facts.hours.half`), since “0.5–1 hour” isn't said: `('en', 0.5, 1) -> '30 minutes to 1'`.
 */
export function formatHours(locale: string, min: number, max: number, half: string): string {
  const last = formatNumber(locale, max);
  if (min === max) return last;
  return min === 0.5 ? `${half} ${last}` : `${formatNumber(locale, min)}–${last}`;
}
