/** Decides whether a push writes an entry or picture. Pure. */
import { isFullyPublished, type StoredState } from '../space-content';
import type { ComparedItem } from './format-differences';

/**
 * The decision about an entry or picture. `new`: the space doesn’t have it. `finish`: the space has its content, which
 * only has to be published, as after an interrupted push. `refuse`: it differs, and `--overwrite` doesn’t name it.
 */
export type PushVerdict = 'new' | 'same' | 'finish' | 'overwrite' | 'refuse';

export const isDue = ({ verdict }: { readonly verdict: PushVerdict }) =>
  verdict === 'new' || verdict === 'finish' || verdict === 'overwrite';

export function wasEverPublished({ sys }: StoredState): boolean {
  return sys.firstPublishedAt !== undefined || (sys.publishedCounter ?? 0) > 0;
}

/** Adds the states that a push would change although someone chose them in Contentful. */
export function addStates(
  differences: readonly string[],
  isPublishedInFiles: boolean,
  stored: StoredState,
): string[] {
  const isOtherState = isPublishedInFiles
    ? wasEverPublished(stored) && !isFullyPublished(stored)
    : stored.sys.publishedVersion !== undefined;
  const isArchived =
    stored.sys.archivedVersion !== undefined && (isPublishedInFiles || differences.length > 0);
  return [...differences, ...(isOtherState ? ['published'] : []), ...(isArchived ? ['archived'] : [])];
}

export function choosePushVerdict(
  { stored, differences, isPublishedInFiles }: Omit<ComparedItem, 'key'>,
  isChosen: boolean,
): PushVerdict {
  if (!stored) return 'new';
  if (differences.length > 0) return isChosen ? 'overwrite' : 'refuse';
  return isPublishedInFiles && !isFullyPublished(stored) ? 'finish' : 'same';
}
