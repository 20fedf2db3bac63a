/** Sends what waits from the service worker, when the browser has a connection and no page may be open. */
import { browserDependencies } from './browser-dependencies.client';
import { nextAttempt } from './retries';
import { readOutbox, submitDue } from './submit-entry';

/** Rejects where something is still to be sent: the browser then tries again later. */
export async function sendInBackground(): Promise<void> {
  await submitDue(browserDependencies, true);
  const { entries } = await readOutbox(browserDependencies);
  if (entries.some((entry) => nextAttempt(entry, Date.now()) !== undefined))
    throw new Error('Something still waits to be sent.');
}
