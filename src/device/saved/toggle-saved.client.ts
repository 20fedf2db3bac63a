/** Saves and removes opportunities. */
import { savedStore, type SavedItem } from './saved-store';
import { changeStore, type StorageOutcome } from '../storage/storage.client';

/** Saves an opportunity, or removes it where it is saved. Returns which, and the outcome. */
export function toggleSaved(item: Omit<SavedItem, 'savedAt'>): {
  readonly saved: boolean;
  readonly outcome: StorageOutcome;
} {
  let saved = false;
  const outcome = changeStore(savedStore, (items) => {
    const others = items.filter(({ id }) => id !== item.id);
    saved = others.length === items.length;
    return saved ? [...others, { ...item, savedAt: new Date().toISOString() }] : others;
  });
  return { saved, outcome };
}
