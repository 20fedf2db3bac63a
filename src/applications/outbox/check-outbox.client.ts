/**
 * On every page: checks whether the outbox has something to send, show or move, and loads the code for it only then.
 */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { oldLogKey, oldSharedKey, oldWaitingKey } from '@/device/storage/old-keys';
import { readStoredOutbox } from '@/device/storage/records.client';
import { readStoredText } from '@/device/storage/storage.client';

/** A superficial check: the code that reads records is loaded only where there are some. */
function needsWork(value: unknown): boolean {
  const { state, kind, isNews, appliedAt, createdAt } = Object(value) as Record<string, string>;
  if (state === 'sent') return Boolean(isNews) || (kind !== undefined && isOlder(appliedAt, 1));
  return state !== 'withdrawn' || isOlder(createdAt, 30);
}

/** True for an instant so many days ago: such records are deleted. */
const isOlder = (instant: string | undefined, days: number) =>
  Date.now() - Date.parse(instant ?? '') > days * 86_400_000;

/** True also later, where a page of an earlier version of the site is still open. */
const hasOldKeys = () => [oldLogKey, oldSharedKey, oldWaitingKey].some((key) => readStoredText(key) !== null);

let isSending = false;

async function checkOutbox(): Promise<void> {
  if (!hasOldKeys() && !(await readStoredOutbox()).some(needsWork)) return;
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
