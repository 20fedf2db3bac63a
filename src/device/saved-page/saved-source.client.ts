/** The list of saved opportunities, as a page shows it. */
import { savedStore, type SavedItem } from '../saved/saved';
import { changeStore, onChange, readStore } from '../storage/storage.client';
import type { ListStorage } from './use-list.client';

export const savedSource: ListStorage<SavedItem> = {
  store: savedStore,
  read: () => readStore(savedStore),
  change: (id, change) =>
    changeStore(savedStore, (items) => {
      const next = change(items.find((item) => item.id === id));
      return [...items.filter((item) => item.id !== id), ...(next ? [next] : [])];
    }),
  onChange,
};
