/** The calendar day of an instant in words, on a visitor's own clock. */

/** British day order, as in the site's other English texts. */
export const languageTag = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** French counts the first day of a month: 1er janvier. Intl doesn’t. */
const ordinal = (locale: string, text: string) =>
  locale.startsWith('fr') ? text.replace(/^1(?=\s)/, '1er') : text;

/**
 * `('en', 1795608000000, 'short') -> '25 Nov 2026'`, in a zone, which is the visitor's where none is given; without the year
 * `'25 Nov'`.
 */
export function dateText(
  locale: string,
  instant: number,
  month: 'short' | 'long',
  timeZone?: string,
  hasYear = true,
): string {
  const format = new Intl.DateTimeFormat(languageTag(locale), {
    day: 'numeric',
    month,
    year: hasYear ? 'numeric' : undefined,
    timeZone,
  });
  return ordinal(locale, format.format(instant));
}
