/** Saves and removes opportunities. */
import { savedStore, type SavedItem } from './saved-store';
import { changeItem, type StorageOutcome } from '../storage/storage.client';

/** Saves an opportunity, or removes it where it is saved. Returns which, and the outcome. */
export function toggleSaved(item: Omit<SavedItem, 'savedAt'>): {
  readonly saved: boolean;
  readonly outcome: StorageOutcome;
} {
  let saved = false;
  const outcome = changeItem(savedStore, item.id, (present) => {
    saved = !present;
    return present ? undefined : { ...item, savedAt: new Date().toISOString() };
  });
  return { saved, outcome };
}
