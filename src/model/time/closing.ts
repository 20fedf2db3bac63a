import { Temporal } from 'temporal-polyfill';

/** A last day for applications, in a time zone. */
export interface ClosingDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** IANA time zone */
  readonly zone: string;
}

/**
 * The first instant (ms) after the closing day, where the day is lived in its own time zone, whatever daylight
 * saving does to that day's length: `{ date: '2026-03-29', zone: 'Europe/Paris' } -> 2026-03-29T22:00:00Z`.
 */
export function closingInstant({ date, zone }: ClosingDay): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
