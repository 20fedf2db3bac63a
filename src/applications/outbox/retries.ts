/** When an application that has not arrived is tried again by itself. Pure. */
import type { OutboxEntry } from '@/device/storage/outbox';

const minute = 60_000;
const hour = 60 * minute;

/** How long (ms) after the first, the second, … attempt. */
const pauses = [15_000, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];

/**
 * When (ms) it is tried next; undefined where it isn't any more by itself, and people have to say what to do: after
 * nine attempts, when it has closed, and where the form has surely refused it for a reason that doesn't pass.
 */
export function nextAttempt(entry: OutboxEntry, now: number): number | undefined {
  const { state, reason, attempts, triedAt, closesAt } = entry;
  if (state === 'sent' || (closesAt !== undefined && now >= closesAt)) return undefined;
  if (attempts === 0 || triedAt === undefined) return now;
  if (state === 'refused' && reason !== 'limit') return undefined;
  const pause = pauses[attempts - 1];
  if (pause === undefined) return undefined;
  const since = now - Date.parse(triedAt);
  // A clock that was put back must not make it wait for as long as that.
  return since < 0 ? now : now + Math.max(0, pause - since);
}

/** True where it is time. */
export function isDue(entry: OutboxEntry, now: number): boolean {
  const at = nextAttempt(entry, now);
  return at !== undefined && at <= now;
}
