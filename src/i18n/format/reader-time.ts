/** Instants and days as a visitor reads them: on their own clock, in their own time zone, in the page's language. */
import { dateText, languageTag } from './date-text';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** French writes an hour as such: `18 h 05`, `9 h 30`, `21 h`. */
const timeText = (locale: string, text: string) =>
  locale.startsWith('fr')
    ? text.replace(/^0?(\d+):(\d+)/, '$1\u00a0h\u00a0$2').replace(/\u00a000$/, '')
    : text;

type Zone = string | undefined;

/** The calendar day of an instant in a zone as a number of days, so that two can be subtracted. */
export function dayNumber(instant: number, timeZone: Zone): number {
  const format = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone,
  });
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'] ?? 1) / dayMs;
}

/**
 * Formats the last day to apply in the visitor's time zone: `'2 Dec 2026'`. `closesAt` is the first instant (ms) at
 * which it is closed; the zone is the visitor's own where none is given. It is the day of `closingMoment`, so that a list
 * and the page that it leads to agree.
 */
export function closingDay(locale: string, closesAt: number, timeZone?: string): string {
  return dateText(locale, closesAt - 1, 'short', timeZone);
}

/** A time of day on the reader's clock: `18:05`, `18 h 05`. */
export function timeOfDay(locale: string, instant: number, timeZone: Zone): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return timeText(locale, new Intl.DateTimeFormat(languageTag(locale), options).format(instant));
}

/** When something happened on the visitor's clock: `'25 Nov 2026, 14:03'`, `'25 nov. 2026, 14 h 03'`. */
export function dayAndTime(locale: string, instant: number, timeZone?: string): string {
  return `${dateText(locale, instant, 'short', timeZone)}, ${timeOfDay(locale, instant, timeZone)}`;
}

/** The last moment that is shown: what closes at midnight closes at 23:59 of the day before. */
const lastMoment = (closesAt: number, timeZone: Zone): number =>
  dayNumber(closesAt, timeZone) > dayNumber(closesAt - 1, timeZone) ? closesAt - 1 : closesAt;

/** A day and a time of day in words. */
interface ReaderTime {
  /** `today`, `tomorrow` or `2 December 2026` */
  readonly day: string;
  /** On a clock of 24 hours: `18:00`, `18 h` */
  readonly time: string;
}

/**
 * When something closes on the visitor's clock. What closes at midnight closes at 23:59 of the day before, since
 * “midnight” leaves open which one is meant: `{ day: 'tomorrow', time: '23:59' }`.
 */
export function closingMoment(locale: string, closesAt: number, now: number, timeZone?: string): ReaderTime {
  const shown = lastMoment(closesAt, timeZone);
  const days = dayNumber(shown, timeZone) - dayNumber(now, timeZone);
  const day =
    days === 0 || days === 1
      ? new Intl.RelativeTimeFormat(languageTag(locale), { numeric: 'auto' }).format(days, 'day')
      : dateText(locale, shown, 'long', timeZone);
  return { day, time: timeOfDay(locale, shown, timeZone) };
}

/** Formats the time left, `'in 7 days'`, `'in 5 hours'`; undefined if it is over or more than 60 days. */
export function timeLeft(locale: string, closesAt: number, now: number): string | undefined {
  const left = closesAt - now;
  if (left <= 0 || left > 60 * dayMs) return undefined;
  const format = new Intl.RelativeTimeFormat(languageTag(locale));
  if (left >= 2 * dayMs) return format.format(Math.floor(left / dayMs), 'day');
  return left >= hourMs
    ? format.format(Math.floor(left / hourMs), 'hour')
    : format.format(Math.max(1, Math.floor(left / minuteMs)), 'minute');
}

/** When something closes on the visitor's clock, as lists say it. */
interface ClosingText {
  readonly left: string | undefined;
  /** `2 Dec, 18:15`; without `left` the day with its year. */
  readonly at: string;
}

/** Formats the time left and the last moment to apply: `{ left: 'in 2 days', at: '2 Dec, 18:15' }` */
export function closingText(locale: string, closesAt: number, now: number, timeZone?: string): ClosingText {
  const left = timeLeft(locale, closesAt, now);
  if (left === undefined) return { left, at: closingDay(locale, closesAt, timeZone) };
  const shown = lastMoment(closesAt, timeZone);
  const day = dateText(locale, shown, 'short', timeZone, false);
  return { left, at: `${day}, ${timeOfDay(locale, shown, timeZone)}` };
}

/** The next instant (ms) at which `timeLeft` or the name of the day may read otherwise; undefined once it is over. */
export function nextWording(closesAt: number, now: number): number | undefined {
  const left = closesAt - now;
  if (left <= 0) return undefined;
  if (left > 2 * dayMs) return now + hourMs;
  return now + (left % minuteMs || minuteMs);
}

/**
 * Formats how long ago a day (`YYYY-MM-DD`) was by the visitor's calendar: `'today'`, `'3 weeks ago'`; undefined for a day that
 * hasn't come where the visitor is.
 */
export function daysAgo(locale: string, day: string, now: number, timeZone?: string): string | undefined {
  const days = dayNumber(now, timeZone) - Date.parse(`${day}T00:00:00Z`) / dayMs;
  if (!(days >= 0)) return undefined;
  const format = new Intl.RelativeTimeFormat(languageTag(locale), { numeric: 'auto' });
  if (days < 14) return format.format(-days, 'day');
  if (days < 61) return format.format(-Math.floor(days / 7), 'week');
  return days < 730
    ? format.format(-Math.floor(days / 30.44), 'month')
    : format.format(-Math.floor(days / 365.25), 'year');
}
