/** The day on which an entry appears: not before it is posted, in the time zone of the site. */
import { Temporal } from 'temporal-polyfill';
import type { RawEntry } from '../types/entry';
import { isTimeZone } from '../vocabularies/time-zones';

/** The time zone of the site; UTC where the settings have none that is valid. */
export function siteTimeZone(entries: readonly Pick<RawEntry, 'type' | 'shared'>[]): string {
  const zone = entries.find(({ type }) => type === 'settings')?.shared['timeZone'];
  return typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
}

/** The calendar day of an instant (ms) in a time zone: `(0, 'Asia/Tokyo') -> '1970-01-01'`. */
export function zonedDay(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** True if an entry is posted after today (`YYYY-MM-DD`), so that it isn't on the site yet. */
export function isComing(shared: object, today: string): boolean {
  const posted: unknown = Reflect.get(shared, 'posted');
  return typeof posted === 'string' && posted > today;
}
