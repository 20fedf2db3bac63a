/** When something closes, as a visitor reads it: in their own time zone, on their own clock. */

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** British day order, as in the site's other English texts. */
const tagOf = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** The last day, where the visitor is: `'2 Dec 2026'`. `closesAt` is the first instant (ms) at which it is closed. */
export function closingDay(locale: string, closesAt: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(closesAt - 1));
}

/** How long there is left, `'in 7 days'`, `'in 5 hours'`; undefined where it is more than 60 days. */
export function timeLeft(locale: string, closesAt: number, now: number): string | undefined {
  const left = closesAt - now;
  if (left <= 0 || left > 60 * dayMs) return undefined;
  const format = new Intl.RelativeTimeFormat(tagOf(locale));
  if (left >= 2 * dayMs) return format.format(Math.floor(left / dayMs), 'day');
  return left >= hourMs
    ? format.format(Math.floor(left / hourMs), 'hour')
    : format.format(Math.max(1, Math.floor(left / 60_000)), 'minute');
}
