import { useEffect, useState } from 'react';
import type { ListItem, ItemStore } from './storage/item-store';
import { onChange, readStore } from './storage/storage.client';

/** A list that is kept on the device, always as it is now. Empty until the page is in a browser. */
export function useStore<Kept extends ListItem>(store: ItemStore<Kept>): readonly Kept[] {
  const [items, setItems] = useState<readonly Kept[]>([]);
  useEffect(() => {
    const read = () => setItems(readStore(store));
    read();
    return onChange(read);
  }, [store]);
  return items;
}
