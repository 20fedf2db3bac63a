import { useEffect, useMemo, useState } from 'react';
import { parseItems, type ListItem, type ItemStore } from './storage/item-store';
import { onStorageChange, readStoredText } from './storage/storage.client';

/**
 * A list on the device, always up to date; the same array until it changes. Undefined until the page runs in a browser.
 */
export function useStore<Item extends ListItem>(store: ItemStore<Item>): readonly Item[] | undefined {
  const [text, setText] = useState<string | null>();
  useEffect(() => {
    const read = () => setText(readStoredText(store.key));
    read();
    return onStorageChange(read);
  }, [store]);
  return useMemo(() => (text === undefined ? undefined : parseItems(store, text).items), [store, text]);
}
