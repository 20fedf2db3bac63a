import type { OutboxEntry } from '@/device/storage/application/outbox';

/** How long (ms) after the longest that an answer is waited for an attempt whose end was never stored counts as over. */
export const grace = 5000;

/**
 * The slowest line (bytes a ms) with which a file still gets through: 20 kB a second, as of a phone where the network is
 * weak.
 */
const slowest = 20;

/** How long (ms) an answer is waited for, which takes longer with a file. */
export const answerTime = ({ file }: Pick<OutboxEntry, 'file'>, timeoutMs: number): number =>
  timeoutMs + (file?.size ?? 0) / slowest;

/** True while an attempt is in flight; one whose page ended, or whose instant lies ahead, is not. */
export function isInFlight(entry: OutboxEntry, now: number, timeoutMs: number): boolean {
  const since = now - Date.parse(entry.triedAt ?? '');
  return entry.state === 'sending' && since >= 0 && since < answerTime(entry, timeoutMs) + grace;
}
