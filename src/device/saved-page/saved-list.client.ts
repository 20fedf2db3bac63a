/** The list of saved opportunities on the device. */
import { savedStore, type SavedItem } from '../saved/saved-store';
import { changeStore, onStorageChange, readStore } from '../storage/storage.client';
import type { StoredList } from './use-list.client';

export const savedList: StoredList<SavedItem> = {
  format: savedStore,
  read: () => readStore(savedStore),
  change: (id, change) =>
    changeStore(savedStore, (items) => {
      const next = change(items.find((item) => item.id === id));
      return [...items.filter((item) => item.id !== id), ...(next ? [next] : [])];
    }),
  onChange: onStorageChange,
};
