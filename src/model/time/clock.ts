/** The instant that a build takes for now. It is part of the build's input, so that the output is repeatable. */
import { OperatorError } from '../operator-error';

/** Said when `SITE_NOW` is not an instant. */
export class ClockError extends OperatorError {
  override readonly name = 'ClockError';
}

/**
 * The instant (ms since 1970-01-01T00:00Z) that `SITE_NOW` names, else the given real one.
 * `'2026-11-25T00:00:00Z' -> 1795564800000`. Throws `ClockError` where it is no ISO instant.
 */
export function instantOf(siteNow: string | undefined, real: () => number): number {
  if (siteNow === undefined || siteNow === '') return real();
  const day = /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.exec(siteNow)?.[1];
  const instant = day !== undefined && isDay(day) ? Date.parse(siteNow) : NaN;
  if (Number.isNaN(instant)) {
    throw new ClockError(
      `SITE_NOW is "${siteNow}", which is not an instant. Write it as 2026-11-25T00:00:00Z, or leave it unset for the real time.`,
    );
  }
  return instant;
}

/** False for a day such as 30 February, which `Date.parse` takes for 2 March. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && dayOf(midnight) === day;
}

/** The calendar day of an instant in UTC, `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
