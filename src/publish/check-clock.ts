/** Checks that the time of a publish is plausible: every closing date is compared with it. Pure. */
import type { Config } from '@/config/config';
import { OperatorError } from '@/model/operator-error';
import { utcDay } from '@/model/time/clock';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { PublishedSite } from './targets/published-site';

interface ClockCheck {
  readonly config: Pick<Config, 'site'>;
  /** The machine's clock (ms). */
  readonly machine: number;
  readonly prepared: Pick<PreparedContent, 'content'>;
  /** The previous publish. */
  readonly before: Pick<PublishedSite, 'now'> | undefined;
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

const clockName = ({ site }: ClockCheck['config']) =>
  site.now === undefined ? 'The clock of this machine' : 'SITE_NOW';

/** Throws an error for an implausible time (ms), unless its day is confirmed. */
function refuseTime(config: ClockCheck['config'], now: number, reason: string): void {
  const day = utcDay(now);
  if (config.site.nowConfirmed === day) return;
  const isSet = config.site.now !== undefined;
  throw new OperatorError(
    `${clockName(config)} says ${day}, which is ${reason}. Nothing is published: opportunities would be closed or reopened by mistake.`,
    `${isSet ? 'Correct SITE_NOW, or leave it unset for the real time' : 'Set the clock of this machine'}. ` +
      `If ${day} is right, build once with SITE_NOW_CONFIRMED=${day}.`,
  );
}

/**
 * Throws an `OperatorError` if the time (ms) of a build is earlier than the first version. It is asked before the content is
 * judged: at such a time every opportunity is posted on a future day, and none would be on the site.
 */
export function assertAfterRelease(config: ClockCheck['config'], now: number): void {
  if (now < firstRelease) refuseTime(config, now, tooEarly);
}

/**
 * Returns warnings about the time of a publish, each a sentence. Throws an `OperatorError` if it is earlier than the previous
 * publish or the first version, or ten years later than every known date. `SITE_NOW_CONFIRMED` confirms a day.
 */
export function checkClock({ config, machine, prepared, before }: ClockCheck): string[] {
  const { now } = prepared.content;
  const says = `${clockName(config)} says ${utcDay(now)}`;
  const newest = newestContent(prepared);
  const latest = Math.max(newest, before?.now ?? 0);
  let reason: string | undefined;
  if (now < firstRelease) reason = tooEarly;
  else if (before && now < before.now - dayLength)
    reason = `earlier than the previous publish, of ${utcDay(before.now)}`;
  else if (latest > 0 && now > latest + longestRest)
    reason = `more than ten years later than the newest content and the previous publish (${utcDay(latest)})`;
  if (reason !== undefined) refuseTime(config, now, reason);
  const isElsewhere = config.site.now !== undefined && Math.abs(now - machine) > dayLength;
  const isBehind = newest - 2 * dayLength > now;
  const isLate = latest > 0 && now > latest + longRest;
  return [
    isElsewhere &&
      `${says}, and the clock of this machine says ${utcDay(machine)}. Every closing date is judged by SITE_NOW. For a site that people use, leave it unset.`,
    isBehind &&
      `${says}, and there is content that was changed or posted later, on ${utcDay(newest - dayLength)}. Check that clock and those dates.`,
    isLate &&
      `${says}, more than two years after the newest content and the previous publish (${utcDay(latest)}). Check that it is right.`,
    reason !== undefined && `${says}, which is ${reason}; SITE_NOW_CONFIRMED confirms it.`,
  ].filter((warning) => warning !== false);
}

/** Like `checkClock`, for commands that don't publish: an implausible time is a warning. */
export function findClockWarnings(check: ClockCheck): string[] {
  try {
    return checkClock(check);
  } catch (error) {
    if (error instanceof OperatorError) return [`A build would fail: ${error.message}`];
    throw error;
  }
}
