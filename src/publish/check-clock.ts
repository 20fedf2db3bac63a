/** Checks that the time of a publish is plausible: every closing date is compared with it. Pure. */
import type { Config } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishRecord } from '@/report/publish-record';

/** The clock, or `SITE_NOW`, is so far from every known date that a publish would close or reopen everything. */
export class ImplausibleClockError extends OperatorError {
  override readonly name = 'ClockError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

export interface ClockCheck {
  readonly config: Pick<Config, 'site'>;
  /** The machine's clock (ms). */
  readonly machine: number;
  readonly prepared: Pick<PreparedContent, 'content'>;
  /** The record of the previous publish. */
  readonly before: Pick<PublishRecord, 'now'> | undefined;
}

const dayLength = 86_400_000;

/** The first version is of this date: no publish can be earlier. */
const firstRelease = Date.parse('2026-01-01T00:00:00Z');

/** A site may go years without a publish; after this time (ms) since the newest known date the clock is wrong. */
const longestRest = 10 * 365 * dayLength;

/** After this time (ms) since the newest known date, the operator is asked to check the clock. */
const longRest = 2 * 365 * dayLength;

const stampFields = ['updated', 'posted', 'date', 'joined', 'lastVerified', 'verifiedOn', 'confirmedOn'];

/** The latest date in the content, as the end of that day (ms). */
function newestContent({ content }: ClockCheck['prepared']): number {
  const days = content.entries.flatMap(({ shared }) =>
    stampFields.flatMap((name) => {
      const day: unknown = Reflect.get(shared, name);
      return typeof day === 'string' ? [Date.parse(`${day}T00:00:00Z`)] : [];
    }),
  );
  return days.reduce((newest, day) => Math.max(newest, day + dayLength), 0);
}

const tooEarly = 'earlier than this program is old';

/** Returns the reason why a time is implausible; undefined if it is plausible. */
function explainImplausible(now: number, newest: number, before: number | undefined): string | undefined {
  if (now < firstRelease) return tooEarly;
  if (before !== undefined && now < before - dayLength) {
    return `earlier than the previous publish, of ${utcDay(before)}`;
  }
  const latest = Math.max(newest, before ?? 0);
  if (latest > 0 && now > latest + longestRest) {
    return `more than ten years later than the newest content and the previous publish (${utcDay(latest)})`;
  }
  return undefined;
}

function createClockError(
  { site }: Pick<Config, 'site'>,
  now: number,
  reason: string,
): ImplausibleClockError {
  const isSet = site.now !== undefined;
  return new ImplausibleClockError(
    `${isSet ? 'SITE_NOW' : 'The clock of this machine'} says ${utcDay(now)}, which is ${reason}. Nothing is published: opportunities would be closed or reopened by mistake.`,
    `${isSet ? 'Correct SITE_NOW, or leave it unset for the real time' : 'Set the clock of this machine'}. ` +
      `If ${utcDay(now)} is right, build once with SITE_NOW_CONFIRMED=${utcDay(now)}.`,
  );
}

/**
 * Throws an `ImplausibleClockError` if the time (ms) of a build is earlier than the first version. It is asked before
 * the content is judged: at such a time every opportunity is posted on a future day, and none would be on the site.
 */
export function assertAfterRelease(config: Pick<Config, 'site'>, now: number): void {
  if (now < firstRelease && config.site.nowConfirmed !== utcDay(now))
    throw createClockError(config, now, tooEarly);
}

/**
 * Returns warnings about the time of a publish, each a sentence. Throws an `ImplausibleClockError` if it is earlier
 * than the previous publish or the first version, or ten years later than every known date. `SITE_NOW_CONFIRMED`
 * confirms a day.
 */
export function checkClock({ config, machine, prepared, before }: ClockCheck): string[] {
  const { now } = prepared.content;
  const isSet = config.site.now !== undefined;
  const name = isSet ? 'SITE_NOW' : 'The clock of this machine';
  const isConfirmed = config.site.nowConfirmed === utcDay(now);
  const newest = newestContent(prepared);
  const reason = explainImplausible(now, newest, before?.now);
  if (reason !== undefined && !isConfirmed) {
    throw createClockError(config, now, reason);
  }
  const latest = Math.max(newest, before?.now ?? 0);
  return [
    ...(isSet && Math.abs(now - machine) > dayLength
      ? [
          `SITE_NOW says ${utcDay(now)}, and the clock of this machine says ${utcDay(machine)}. Every closing date is judged by SITE_NOW. For a site that people use, leave it unset.`,
        ]
      : []),
    ...(newest - 2 * dayLength > now
      ? [
          `${name} says ${utcDay(now)}, and there is content that was changed or posted later, on ${utcDay(newest - dayLength)}. Check that clock and those dates.`,
        ]
      : []),
    ...(latest > 0 && now > latest + longRest
      ? [
          `${name} says ${utcDay(now)}, more than two years after the newest content and the previous publish (${utcDay(latest)}). Check that it is right.`,
        ]
      : []),
    ...(reason !== undefined
      ? [`${name} says ${utcDay(now)}, which is ${reason}; SITE_NOW_CONFIRMED confirms it.`]
      : []),
  ];
}

/** Like `checkClock`, for commands that don't publish: an implausible time is a warning. */
export function clockNotices(check: ClockCheck): string[] {
  try {
    return checkClock(check);
  } catch (error) {
    if (error instanceof ImplausibleClockError) return [`A build would fail: ${error.message}`];
    throw error;
  }
}
