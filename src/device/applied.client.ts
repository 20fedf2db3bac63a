/** Writing to the visitor's log of applications. */
import { appliedStore, type AppliedItem } from './applied';
import { changeStore, readStore, type Outcome } from './storage/storage.client';

/** What an application is about, as the log keeps it. `id` is the number that it was sent with. */
export type Application = Omit<AppliedItem, 'appliedAt' | 'followUps' | 'answeredAt'>;

/** Notes of the visitor's own applications to one opportunity, the latest first. */
export function applicationsTo(opportunity: string): readonly AppliedItem[] {
  return readStore(appliedStore).filter((item) => item.opportunity === opportunity);
}

/**
 * Notes that an application was sent, at an instant (ISO). The same number again changes nothing. Never throws: an
 * application that arrived must not look as if it had failed.
 */
export function recordApplication(application: Application, appliedAt: string): Outcome {
  return changeStore(appliedStore, (items) =>
    items.some(({ id }) => id === application.id)
      ? items
      : [...items, { ...application, appliedAt, followUps: [] }],
  );
}
