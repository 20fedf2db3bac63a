/** A list on the visitor's device: how it is read, and how two versions of it are merged. Pure. */

export interface ListItem {
  readonly id: string;
}

export interface ItemFormat<Item extends ListItem> {
  /** Reads an item from any stored value, with known fields only; undefined if it isn't one. */
  readonly readItem: (value: unknown) => Item | undefined;
  /** Merges two versions of an item. Must not depend on their order. */
  readonly mergeItem: (a: Item, b: Item) => Item;
  /** The instant at which it was added: an ISO instant, which sorts as text. */
  readonly instantOf: (item: Item) => string;
}

/** A list in `localStorage` (`storage.client.ts`). */
export interface ItemStore<Item extends ListItem> extends ItemFormat<Item> {
  /** `ov:`, the name, and a version, which is raised when the meaning of the data changes: `ov:saved:1`. */
  readonly key: `ov:${string}:${number}`;
}

/** The key under which an unreadable list is saved before it is overwritten. */
export const backupKey = (key: string) => `${key}:aside`;

/** The readable items of a list, and the number of unreadable ones: one where it isn't a list at all. */
interface ParsedList<Item> {
  readonly items: readonly Item[];
  readonly skipped: number;
}

/**
 * Merges lists: every item of either is there once, the newest first. `merge(a, b)` equals `merge(b, a)`, and merging
 * the same again changes nothing.
 */
export function mergeItems<Item extends ListItem>(
  format: ItemFormat<Item>,
  ...lists: readonly (readonly Item[])[]
): readonly Item[] {
  const byId = new Map<string, Item>();
  for (const item of lists.flat()) {
    const other = byId.get(item.id);
    byId.set(item.id, other ? format.mergeItem(other, item) : item);
  }
  const key = (item: Item) => `${format.instantOf(item)} ${item.id}`;
  return [...byId.values()].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** Reads a list from any source. Values that aren't items are left out. */
export function readItems<Item extends ListItem>(format: ItemFormat<Item>, value: unknown): ParsedList<Item> {
  if (!Array.isArray(value)) return { items: [], skipped: 1 };
  const items = value.map(format.readItem).filter((item) => item !== undefined);
  return { items: mergeItems(format, items), skipped: value.length - items.length };
}

/** Parses a stored list; null means that nothing is stored. */
export function parseItems<Item extends ListItem>(
  format: ItemFormat<Item>,
  text: string | null,
): ParsedList<Item> {
  if (text === null) return { items: [], skipped: 0 };
  try {
    return readItems(format, JSON.parse(text));
  } catch {
    return { items: [], skipped: 1 };
  }
}
