/** Changes to a space that are made only where it is still as it was read. */
import type { PlainClientAPI } from 'contentful-management';
import { ManagementError, type RequestRunner } from '../management';
import type { StoredState } from '../space-content';

/** What became of a change: made, or not made because somebody else had changed the same thing meanwhile. */
export type ChangeResult<T> = { readonly changed: T } | { readonly overtakenBy: T | undefined };

export interface PlannedChange<T> {
  /** For messages: `writing opportunity x`. */
  readonly action: string;
  /** What is changed, as it was read; undefined for something new. */
  readonly seen: T | undefined;
  readonly make: (client: PlainClientAPI) => Promise<T>;
  readonly get: (client: PlainClientAPI) => Promise<T>;
  /** True for a state that the change leads to: its answer may have been lost. */
  readonly isMade: (present: T) => boolean;
}

/** Archived, not found, or another version than the one sent. */
const staleStatuses: readonly (number | undefined)[] = [400, 404, 409];

/**
 * Makes a change with the version that was read: Contentful refuses it where there is a later one. It is never repeated
 * with the later version, which was compared with nothing. Rejects with a `ManagementError` where it was refused for
 * another reason.
 */
export async function attemptChange<T extends Pick<StoredState, 'sys'>>(
  ask: RequestRunner,
  { action, seen, make, get, isMade }: PlannedChange<T>,
): Promise<ChangeResult<T>> {
  try {
    return { changed: await ask(action, make) };
  } catch (error) {
    if (!(error instanceof ManagementError) || !staleStatuses.includes(error.status)) throw error;
    const present = await ask(action, get).catch((failure: unknown) => {
      if (failure instanceof ManagementError && failure.status === 404) return undefined;
      throw failure;
    });
    if (present?.sys.version === seen?.sys.version) throw error;
    return present && isMade(present) ? { changed: present } : { overtakenBy: present };
  }
}
