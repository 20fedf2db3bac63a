/** The calendar day of an instant in words, on a visitor's own clock. */

/** British day order, as in the site's other English texts. */
export const languageTag = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** French counts the first day of a month: 1er janvier. Spanish ends a shortened month in a dot: 2 dic. Intl doesn’t. */
function asPrinted(locale: string, text: string, month: 'short' | 'long'): string {
  if (locale.startsWith('fr')) return text.replace(/^1(?=\s)/, '1er');
  return locale.startsWith('es') && month === 'short' ? text.replace(/\p{L}+/u, '$&.') : text;
}

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
  return asPrinted(locale, format.format(instant), month);
}
