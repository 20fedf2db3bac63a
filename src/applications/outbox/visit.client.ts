/** On every page: looks whether there is something to be sent, told or moved. The code for that is loaded only then. */
import { onOutboxChange } from '@/device/storage/application/outbox-changes.client';
import { oldLogKey, oldSharedKey, oldWaitingKey } from '@/device/storage/old-keys';
import { storedOutbox } from '@/device/storage/records.client';
import { valueAt } from '@/device/storage/storage.client';

/** Looked at no closer: what reads records is loaded where there are some. */
function needsWork(value: unknown): boolean {
  const { state, kind, isNews, appliedAt, createdAt } = Object(value) as Record<string, string>;
  if (state === 'sent') return Boolean(isNews) || (kind !== undefined && isOlder(appliedAt, 1));
  return state !== 'withdrawn' || isOlder(createdAt, 30);
}

/** True of an instant so many days ago: what is of no use any more is deleted then. */
const isOlder = (instant: string | undefined, days: number) =>
  Date.now() - Date.parse(instant ?? '') > days * 86_400_000;

/** True also later, where a page of an earlier version of the site is still open. */
const hasOldKeys = () => [oldLogKey, oldSharedKey, oldWaitingKey].some((key) => valueAt(key) !== null);

let isSending = false;

async function look(): Promise<void> {
  if (!hasOldKeys() && !(await storedOutbox()).some(needsWork)) return;
  const { keepSending } = await import('./keep-sending.client');
  isSending = true;
  keepSending();
}

// Where it fails, it waits for the next page.
const lookSafely = () => void look().catch(() => {});

lookSafely();
// What this page or another tab has put into the outbox; a form sends itself what is written in it.
onOutboxChange(() => {
  if (!isSending && !document.querySelector('[data-words]')) lookSafely();
});
// As it was left, with Back: another page may have stored something since.
addEventListener('pageshow', ({ persisted }) => persisted && lookSafely());
