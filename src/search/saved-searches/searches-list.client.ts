/** The list of saved searches on the device. */
import { searchesStore, type SavedSearch } from '@/device/storage/searches/searches-store';
import {
  changeStore,
  onStorageChange,
  readStore,
  type StorageOutcome,
} from '@/device/storage/storage.client';
import type { StoredList } from '@/device/saved-page/use-list.client';

/** Replaces a search by the result of `change`; undefined deletes it. */
export function changeSearch(
  id: string,
  change: (search: SavedSearch | undefined) => SavedSearch | undefined,
): StorageOutcome {
  return changeStore(searchesStore, (items) => {
    const next = change(items.find((item) => item.id === id));
    return [...items.filter((item) => item.id !== id), ...(next ? [next] : [])];
  });
}

export const searchesList: StoredList<SavedSearch> = {
  format: searchesStore,
  read: () => readStore(searchesStore),
  change: changeSearch,
  onChange: onStorageChange,
};
