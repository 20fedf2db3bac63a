/** Changes an entry or asset only if the space still has the version that was compared. */
import type { PlainClientAPI } from 'contentful-management';
import { ManagementError, type RequestRunner } from '../management';
import type { StoredState } from '../space-content';

type Change<T> = (client: PlainClientAPI) => Promise<T>;

/** Answers about an entry that has another version than the one sent, or is gone. */
const staleStatuses: readonly (number | undefined)[] = [404, 409];

/**
 * Sends a change with the version that was compared. Resolves to undefined if Contentful refused it because there is a
 * later one: nothing is overwritten. The later one can also be this change, sent again after its answer was lost.
 * Rejects with a `ManagementError` if Contentful refused it for another reason.
 */
export async function attemptChange<T>(
  ask: RequestRunner,
  action: string,
  change: Change<T>,
): Promise<T | undefined> {
  try {
    return await ask(action, change);
  } catch (error) {
    if (error instanceof ManagementError && staleStatuses.includes(error.status)) return undefined;
    throw error;
  }
}

/**
 * Unarchives an entry or asset, since archived ones can’t be changed. The request sends no version: a further new one
 * means that it was changed meanwhile, and it resolves to undefined.
 */
export async function unarchive<T extends StoredState>(
  ask: RequestRunner,
  name: string,
  archived: T,
  change: Change<T>,
): Promise<T | undefined> {
  const present = await attemptChange(ask, `unarchiving ${name}`, change);
  return present?.sys.version === archived.sys.version + 1 ? present : undefined;
}
