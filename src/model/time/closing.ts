import { Temporal } from 'temporal-polyfill';
import type { Opportunity } from '../types/types';
import { stageAt, type Stage } from './lifecycle';

/** A last day for applications: `YYYY-MM-DD`, and an IANA time zone. */
type ClosingDay = NonNullable<Opportunity['shared']['closes']>;

/**
 * The first instant (ms) after the closing day, where the day is lived in its own time zone, whatever daylight
 * saving does to that day's length: `{ date: '2026-03-29', zone: 'Europe/Paris' } -> 2026-03-29T22:00:00Z`.
 */
export function closingInstant({ date, zone }: ClosingDay): number {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** The stage of an opportunity, by its fields, at an instant (ms). */
export const opportunityStage = (
  { status, closes }: Pick<Opportunity['shared'], 'status' | 'closes'>,
  now: number,
): Stage => stageAt({ status, closesAt: closes && closingInstant(closes) }, now);
