/** A list on the visitor's device, and how it is read. Pure. */

export interface ListItem {
  readonly id: string;
}

/** A list in `localStorage` (`storage.client.ts`). */
export interface ItemStore<Item extends ListItem> {
  /** `ov:`, the name, and a version, which is raised when the meaning of the data changes: `ov:saved:1`. */
  readonly key: `ov:${string}:${number}`;
  /** Reads an item from any stored value, with known fields only; undefined if it isn't one. */
  readonly readItem: (value: unknown) => Item | undefined;
  /** The instant at which it was added: an ISO instant, which sorts as text. */
  readonly instantOf: (item: Item) => string;
}

/** The key under which an unreadable list is saved before it is overwritten. */
export const backupKey = (key: string) => `${key}:aside`;

/** The readable items of a list, and the number of unreadable ones: one where it isn't a list at all. */
interface ParsedList<Item> {
  readonly items: readonly Item[];
  readonly skipped: number;
}

/** Sorts items, the newest first, each id once. */
export function sortItems<Item extends ListItem>(
  { instantOf }: Pick<ItemStore<Item>, 'instantOf'>,
  items: readonly Item[],
): readonly Item[] {
  const key = (item: Item) => `${instantOf(item)} ${item.id}`;
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...byId.values()].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** Parses a stored list; null means that nothing is stored. Values that aren't items are left out. */
export function parseItems<Item extends ListItem>(
  store: ItemStore<Item>,
  text: string | null,
): ParsedList<Item> {
  if (text === null) return { items: [], skipped: 0 };
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return { items: [], skipped: 1 };
    const items = value.map(store.readItem).filter((item) => item !== undefined);
    return { items: sortItems(store, items), skipped: value.length - items.length };
  } catch {
    return { items: [], skipped: 1 };
  }
}
