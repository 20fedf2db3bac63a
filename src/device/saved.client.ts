/** Saving and taking away. */
import { savedStore, type SavedItem } from './saved';
import { changeStore, onChange, readStore, type Outcome } from './storage/storage.client';
import type { ListSource } from './use-list.client';

export const savedSource: ListSource<SavedItem> = {
  store: savedStore,
  read: () => readStore(savedStore),
  change: (id, change) =>
    changeStore(savedStore, (items) => {
      const next = change(items.find((item) => item.id === id));
      return [...items.filter((item) => item.id !== id), ...(next ? [next] : [])];
    }),
  onChange,
};

/** Saves an opportunity, or takes it away where it is saved. Says which, and whether that worked. */
export function toggleSaved(item: Omit<SavedItem, 'savedAt'>): {
  readonly saved: boolean;
  readonly outcome: Outcome;
} {
  let saved = false;
  const outcome = changeStore(savedStore, (items) => {
    const others = items.filter(({ id }) => id !== item.id);
    saved = others.length === items.length;
    return saved ? [...others, { ...item, savedAt: new Date().toISOString() }] : others;
  });
  return { saved, outcome };
}
