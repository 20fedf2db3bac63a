import type { OutboxEntry } from '@/device/storage/application/outbox-entry';

/** Time (ms) after the longest wait at which an attempt without a stored end counts as over. */
export const graceMs = 5000;

/**
 * The slowest upload (bytes per ms) with which a file still gets through: 20 kB a second, as on a phone with a weak
 * signal.
 */
const minBytesPerMs = 20;

/** Time limit (ms) for an answer, which takes longer with a file. */
export const answerTimeoutMs = ({ file }: Pick<OutboxEntry, 'file'>, timeoutMs: number): number =>
  timeoutMs + (file?.size ?? 0) / minBytesPerMs;

/** True while an attempt is in flight; not where its page was closed, or its instant is in the future. */
export function isInFlight(entry: OutboxEntry, now: number, timeoutMs: number): boolean {
  const since = now - Date.parse(entry.triedAt ?? '');
  return entry.state === 'sending' && since >= 0 && since < answerTimeoutMs(entry, timeoutMs) + graceMs;
}
