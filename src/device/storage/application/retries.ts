/** The times of automatic attempts. Pure. */
import type { OutboxEntry } from './outbox-entry';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Delays (ms) of the first, second, … automatic attempt after Send or the attempt before. The last one
 * repeats.
 */
const pauses = [15_000, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, day];

/** Time (ms) after the closing date for which an application that was sent before it is still tried. */
const afterClosing = 7 * day;

/** Time (ms) after Send for which an entry without a closing date is tried. */
const withoutClosing = 30 * day;

/** No service asks for a longer pause (`applications/transport/transport.ts`); a later instant comes from a wrong clock. */
const longestPause = 7 * day;

/** The instant (ms) at which automatic attempts end. */
export function lastAttemptAt({ closesAt, pressedAt }: OutboxEntry): number {
  return closesAt === undefined ? Date.parse(pressedAt) + withoutClosing : closesAt + afterClosing;
}

/**
 * The instant (ms) of the next attempt. Undefined where there is none: it is sent, the form has refused it for a
 * lasting reason, or `lastAttemptAt` is over. Attempts that a person asks for don't change that.
 */
export function nextAttemptAt(entry: OutboxEntry, now: number): number | undefined {
  const { state, automatic = 0, triedAt, retryAt } = entry;
  if (state === 'refused') return undefined;
  const requested = retryAt === undefined ? 0 : Date.parse(retryAt);
  const notBefore = requested > now + longestPause ? 0 : requested;
  // At least one attempt, whatever the clock says and said.
  if (triedAt === undefined) return Math.max(now, notBefore);
  if (now >= lastAttemptAt(entry)) return undefined;
  const pause = pauses[Math.min(automatic, pauses.length - 1)] ?? day;
  const since = now - Date.parse(triedAt);
  // A clock that was put back must not delay it by as much.
  const own = since < 0 ? now : now + Math.max(0, pause - since);
  return Math.max(own, notBefore);
}

/** True if an attempt is due. */
export function isDue(entry: OutboxEntry, now: number): boolean {
  const at = nextAttemptAt(entry, now);
  return at !== undefined && at <= now;
}
