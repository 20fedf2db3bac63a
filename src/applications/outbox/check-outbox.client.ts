/**
 * On every page: checks whether the outbox has something to send or show, and loads the code for it only then.
 */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { readStoredOutbox } from '@/device/storage/records.client';

/** A superficial check: the code that reads records is loaded only where there are some. */
function needsWork(value: unknown): boolean {
  const { state, reason, kind, isNews, appliedAt, pressedAt } = Object(value) as Record<string, string>;
  if (state === 'sent') return Boolean(isNews) || (kind !== undefined && isOlder(appliedAt, 1));
  return reason !== 'deleted' || isOlder(pressedAt, 30);
}

/** True for an instant so many days ago: such records are deleted. */
const isOlder = (instant: string | undefined, days: number) =>
  Date.now() - Date.parse(instant ?? '') > days * 86_400_000;

let isSending = false;

async function checkOutbox(): Promise<void> {
  if (!(await readStoredOutbox()).some(needsWork)) return;
  const { keepSending } = await import('./keep-sending.client');
  isSending = true;
  keepSending();
}

// If it fails, the next page tries again.
const checkOutboxSafely = () => void checkOutbox().catch(() => {});

checkOutboxSafely();
// This page or another tab has changed the outbox; a form sends its own submissions.
onOutboxChange(() => {
  if (!isSending && !document.querySelector('[data-words]')) checkOutboxSafely();
});
// Restored by Back: another page may have stored something since.
addEventListener('pageshow', ({ persisted }) => persisted && checkOutboxSafely());
