import type { OutboxEntry } from '@/device/outbox';

/** How long (ms) after the longest that an answer is waited for an attempt whose end nobody noted counts as over. */
const grace = 5000;

/** True while an attempt is under way; one whose page ended, or whose instant lies ahead, is not. */
export function isUnderWay({ state, triedAt }: OutboxEntry, now: number, timeoutMs: number): boolean {
  const since = now - Date.parse(triedAt ?? '');
  return state === 'sending' && since >= 0 && since < timeoutMs + grace;
}
