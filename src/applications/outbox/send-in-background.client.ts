/** Sends waiting entries from the service worker, when the browser is online and perhaps no page is open. */
import { browserDependencies } from './submit/browser-dependencies.client';
import { nextAttemptAt } from '@/device/storage/application/retries';
import { readOutbox, submitDue } from './submit/queue';

/**
 * Sends the entries that are due; browsers ask for it also while a page is sending. Rejects where some are left: the
 * browser then asks again later.
 */
export async function sendInBackground(): Promise<void> {
  await submitDue(browserDependencies);
  const { entries } = await readOutbox(browserDependencies);
  if (entries.some((entry) => nextAttemptAt(entry, Date.now()) !== undefined))
    throw new Error('Something still waits to be sent.');
}
