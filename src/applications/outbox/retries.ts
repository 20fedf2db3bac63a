/** When something that has not arrived is tried again automatically. Pure. */
import { isUnsent, type OutboxEntry } from '@/device/storage/application/outbox';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long (ms) after the press of Send, the first, the second, … automatic attempt. The last one repeats. */
const pauses = [15_000, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, day];

/** How long (ms) after the closing date an application that was sent before it is still tried. */
const afterClosing = 7 * day;

/** How long (ms) after Send anything without a closing date is tried. */
const withoutClosing = 30 * day;

/** No service asks for a longer pause (`transport/watched-fetch.ts`); a later instant comes from a clock that was wrong. */
const longestPause = 7 * day;

/** When (ms) automatic attempts end. */
export function lastAttempt({ closesAt, createdAt, pressedAt }: OutboxEntry): number {
  return closesAt === undefined
    ? Date.parse(pressedAt ?? createdAt) + withoutClosing
    : closesAt + afterClosing;
}

/**
 * When (ms) it is tried next. Undefined where it isn't any more: it is sent, the form has refused it for a reason that
 * doesn't pass, or `lastAttempt` is over. Attempts that a person asks for change nothing about that.
 */
export function nextAttempt(entry: OutboxEntry, now: number): number | undefined {
  const { state, reason, attempts, automatic = 0, triedAt, retryAt } = entry;
  if (state === 'withdrawn') return undefined;
  const asked = retryAt === undefined ? 0 : Date.parse(retryAt);
  const notBefore = asked > now + longestPause ? 0 : asked;
  // One attempt at least, whatever the clock says and said.
  if (attempts === 0 || triedAt === undefined) return Math.max(now, notBefore);
  if (now >= lastAttempt(entry)) return undefined;
  if (state === 'refused' && reason !== 'limit') return undefined;
  const pause = pauses[Math.min(automatic, pauses.length - 1)] ?? day;
  const since = now - Date.parse(triedAt);
  // A clock that was put back must not make it wait for as long as that.
  const own = since < 0 ? now : now + Math.max(0, pause - since);
  return Math.max(own, notBefore);
}

/** True where it is time. */
export function isDue(entry: OutboxEntry, now: number): boolean {
  const at = nextAttempt(entry, now);
  return at !== undefined && at <= now;
}

/** True where only a person can have it tried once more. */
export const isGivenUp = (entry: OutboxEntry, now: number): boolean =>
  isUnsent(entry) && nextAttempt(entry, now) === undefined;
