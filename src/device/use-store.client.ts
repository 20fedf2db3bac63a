import { useEffect, useState } from 'react';
import type { ListItem, ItemStore } from './storage/item-store';
import { onStorageChange, readStore } from './storage/storage.client';

/** A list on the device, always up to date. Empty until the page runs in a browser. */
export function useStore<Item extends ListItem>(store: ItemStore<Item>): readonly Item[] {
  const [items, setItems] = useState<readonly Item[]>([]);
  useEffect(() => {
    const read = () => setItems(readStore(store));
    read();
    return onStorageChange(read);
  }, [store]);
  return items;
}
