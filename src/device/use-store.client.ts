import { useEffect, useMemo, useState } from 'react';
import { parseItems, type ListItem, type ItemStore } from './storage/item-store';
import { onStorageChange, readStoredText } from './storage/storage.client';

/** The text under a key, always up to date. Undefined until the page runs in a browser. */
export function useStoredText(key: string): string | null | undefined {
  const [text, setText] = useState<string | null>();
  useEffect(() => {
    const read = () => setText(readStoredText(key));
    read();
    return onStorageChange(read);
  }, [key]);
  return text;
}

/**
 * A list on the device, always up to date; the same array until it changes. Undefined until the page runs in a browser.
 */
export function useStore<Item extends ListItem>(store: ItemStore<Item>): readonly Item[] | undefined {
  const text = useStoredText(store.key);
  return useMemo(() => (text === undefined ? undefined : parseItems(store, text).items), [store, text]);
}
