/** Changes an entry or asset only if the space still has the version that was read. */
import type { PlainClientAPI } from 'contentful-management';
import { ManagementError, type RequestRunner } from '../management';
import type { StoredState } from '../space-content';

/** The result of a change: the new state, or the state of another editor's earlier change. */
export type ChangeResult<T> = { readonly changed: T } | { readonly overtakenBy: T | undefined };

interface PlannedChange<T> {
  /** A part of error messages: `writing opportunity x`. */
  readonly action: string;
  /** The state that was read; undefined for a new entry or asset. */
  readonly seen: T | undefined;
  readonly make: (client: PlainClientAPI) => Promise<T>;
  readonly get: (client: PlainClientAPI) => Promise<T>;
  /** True if a state is the result of this change, whose answer may have been lost. */
  readonly isMade: (present: T) => boolean;
}

/** Answers about an entry that is archived, missing, or has another version than the one sent. */
const staleStatuses: readonly (number | undefined)[] = [400, 404, 409];

/**
 * Makes a change with the version that was read. Contentful refuses it if there is a later one. The change is never
 * repeated with that version, which was compared with nothing. Rejects with a `ManagementError` if Contentful refused it
 * for another reason.
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
