import type { OutboxEntry } from '@/device/storage/outbox';

/** How long (ms) after the longest that an answer is waited for an attempt whose end nobody noted counts as over. */
export const grace = 5000;

/**
 * The slowest line (bytes a ms) with which a file still gets through: 20 kB a second, as of a phone where the network is
 * weak.
 */
const slowest = 20;

/** How long (ms) an answer is waited for, which takes longer with a file. */
export const patienceFor = ({ file }: Pick<OutboxEntry, 'file'>, timeoutMs: number): number =>
  timeoutMs + (file?.size ?? 0) / slowest;

/** True while an attempt is under way; one whose page ended, or whose instant lies ahead, is not. */
export function isUnderWay(entry: OutboxEntry, now: number, timeoutMs: number): boolean {
  const since = now - Date.parse(entry.triedAt ?? '');
  return entry.state === 'sending' && since >= 0 && since < patienceFor(entry, timeoutMs) + grace;
}
