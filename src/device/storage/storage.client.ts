/**
 * The only access to `localStorage`. Nothing here throws: storage may be forbidden, full, or hold data of another
 * program.
 */
import { backupKey, parseItems, sortItems, type ListItem, type ItemStore } from './item-store';

/** Why a change isn't stored: no room, or storage is forbidden. */
export type StorageProblem = 'full' | 'forbidden';

export type StorageOutcome = 'stored' | StorageProblem;

/** The outcome that an error stands for. */
export const storageOutcome = (error: unknown): StorageProblem =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';

/** The event of this page after a change of a list; other tabs get the browser's own `storage` event. */
const changeEvent = 'ov:change';

/** Reads the items of a list, the newest first; empty if nothing can be read. */
export function readStore<Item extends ListItem>(store: ItemStore<Item>): readonly Item[] {
  try {
    return parseItems(store, localStorage.getItem(store.key)).items;
  } catch {
    return [];
  }
}

/**
 * Changes a list. `change` gets the items stored at that moment, not those that a page has read before, so that two
 * tabs don't undo each other's changes. An unreadable list is saved under another key before it is overwritten.
 */
export function changeStore<Item extends ListItem>(
  store: ItemStore<Item>,
  change: (items: readonly Item[]) => readonly Item[],
): StorageOutcome {
  const { key } = store;
  try {
    const text = localStorage.getItem(key);
    const { items, skipped } = parseItems(store, text);
    const next = sortItems(store, change(items));
    if (skipped > 0 && text !== null) localStorage.setItem(backupKey(key), text);
    if (next.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  } catch (error) {
    return storageOutcome(error);
  }
  dispatchEvent(new CustomEvent(changeEvent));
  return 'stored';
}

/** Replaces an item of a list by the result of `change`; undefined deletes it. */
export function changeItem<Item extends ListItem>(
  store: ItemStore<Item>,
  id: string,
  change: (item: Item | undefined) => Item | undefined,
): StorageOutcome {
  return changeStore(store, (items) => {
    const next = change(items.find((item) => item.id === id));
    return [...items.filter((item) => item.id !== id), ...(next ? [next] : [])];
  });
}

/**
 * Calls the listener when stored data may have changed: here, in another tab, or while this page was in the
 * back-forward cache. Returns a function that stops it.
 */
export function onStorageChange(listener: () => void): () => void {
  const names = [changeEvent, 'storage', 'pageshow'];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}

/** Reads the text under a key. */
export function readStoredText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a short text that isn't a list. True if that worked. */
export function storeValue(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Deletes some keys. */
export function deleteKeys(keys: readonly string[]): void {
  // Where storage is forbidden, there is nothing.
  for (const key of keys) if (readStoredText(key) !== null) localStorage.removeItem(key);
  dispatchEvent(new CustomEvent(changeEvent));
}
