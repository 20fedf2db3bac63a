/**
 * The one way to what is kept on the device. Nothing here throws: storage may be forbidden, full, or hold what another
 * program wrote.
 */
import { asideKey, mergeItems, parseItems, type ListItem, type ItemStore } from './item-store';

/** What became of a change: it was stored; there was no room; or the browser lets us keep nothing. */
export type StorageOutcome = 'stored' | 'full' | 'forbidden';

/** What an error says of a change. */
export const outcomeOf = (error: unknown): Exclude<StorageOutcome, 'stored'> =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';

/** Told to the window when this page changes a list; other tabs get the browser's own `storage` event. */
const changeEvent = 'ov:change';

/** The items of a list, the newest first; none where nothing can be read. */
export function readStore<Kept extends ListItem>(store: ItemStore<Kept>): readonly Kept[] {
  try {
    return parseItems(store, localStorage.getItem(store.key)).items;
  } catch {
    return [];
  }
}

/**
 * Changes a list. `change` gets what is stored at that moment, not what a page has read before, so that two tabs don't
 * undo each other's changes. What could not be read is put aside before it is overwritten.
 */
export function changeStore<Kept extends ListItem>(
  store: ItemStore<Kept>,
  change: (items: readonly Kept[]) => readonly Kept[],
): StorageOutcome {
  const { key } = store;
  try {
    const text = localStorage.getItem(key);
    const { items, skipped } = parseItems(store, text);
    const next = mergeItems(store, change(items));
    if (skipped > 0 && text !== null) localStorage.setItem(asideKey(key), text);
    if (next.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  } catch (error) {
    return outcomeOf(error);
  }
  dispatchEvent(new CustomEvent(changeEvent));
  return 'stored';
}

/** Tells when anything that is kept may have changed: here, in another tab, or while this page was away. */
export function onChange(listener: () => void): () => void {
  const names = [changeEvent, 'storage', 'pageshow'];
  for (const name of names) addEventListener(name, listener);
  return () => {
    for (const name of names) removeEventListener(name, listener);
  };
}

/** The keys that are stored and begin so. */
export function storedKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** The text that is stored under a key. */
export function valueAt(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a short text that isn't a list. Says whether that worked. */
export function storeValue(key: string, value: string): boolean {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function removeValue(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing may be stored, nothing is.
  }
}

/** Deletes what is stored under some keys. Returns what puts it back, unless something new is there by then. */
export function deleteKeys(keys: readonly string[]): () => void {
  const values = keys.map((key) => [key, valueAt(key)] as const);
  for (const key of keys) removeValue(key);
  dispatchEvent(new CustomEvent(changeEvent));
  return () => {
    for (const [key, value] of values)
      if (value !== null && valueAt(key) === null) localStorage.setItem(key, value);
    dispatchEvent(new CustomEvent(changeEvent));
  };
}
