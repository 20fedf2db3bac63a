/** On every page: looks whether an earlier visit left something to be sent. The code that sends is loaded only then. */
import { storedOutbox } from '@/device/storage/records.client';
import { deleteKeys, valueAt } from '@/device/storage/storage.client';

/** Earlier versions noted here that something waits; a browser that is killed loses such a note. */
const oldMark = 'ov:outbox:1';

/** Looked at no closer: what reads entries is loaded where there are some. */
const mayWait = (value: unknown): boolean => !/^(?:sent|withdrawn)$/.test(String(Object(value).state));

async function look(): Promise<void> {
  if (valueAt(oldMark) !== null) deleteKeys([oldMark]);
  if (!(await storedOutbox()).some(mayWait)) return;
  const { keepSending } = await import('./keep-sending.client');
  keepSending();
}

// Where it fails, it waits for the next page.
void look().catch(() => {});
// As it was left, with Back: another page may have stored something since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void look().catch(() => {});
});
