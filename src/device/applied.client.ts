/** Writing to the visitor's log of applications. */
import { appliedStore, type AppliedItem } from './applied';
import { changeStore, type Outcome } from './storage.client';

/** What an application is about, as the log keeps it. `id` is the number that it was sent with. */
export type Application = Omit<AppliedItem, 'appliedAt' | 'followUps' | 'answeredAt'>;

/**
 * Notes that an application was sent, now. The same number again changes nothing. Never throws: an application that
 * arrived must not look as if it had failed.
 */
export function recordApplication(application: Application): Outcome {
  return changeStore(appliedStore, (items) =>
    items.some(({ id }) => id === application.id)
      ? items
      : [...items, { ...application, appliedAt: new Date().toISOString(), followUps: [] }],
  );
}
