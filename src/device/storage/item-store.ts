/**
 * A list that stays on the visitor's device: what it is called there, how it is read, and how two versions of it are
 * put together. Pure; `storage.client.ts` does the keeping.
 */

export interface ListItem {
  readonly id: string;
}

export interface ItemStore<Kept extends ListItem> {
  /** `ov:`, what it is, and its version, which is raised when what is written changes its meaning: `ov:saved:1`. */
  readonly key: `ov:${string}:${number}`;
  /** An item out of whatever was stored, with the fields that we know and no others; undefined where it isn't one. */
  readonly readItem: (value: unknown) => Kept | undefined;
  /** One of two versions of an item. Must not depend on their order. */
  readonly mergeItem: (a: Kept, b: Kept) => Kept;
  /** When it came into the list: an ISO instant, which sorts as text. */
  readonly instantOf: (item: Kept) => string;
}

/** Where a list that couldn't be read is put before a new one is written in its place. */
export const asideKey = (key: string) => `${key}:aside`;

/** What could be read of a list, and how many entries of it could not: one where it isn't a list at all. */
export interface ListReading<Kept> {
  readonly items: readonly Kept[];
  readonly skipped: number;
}

/**
 * Puts lists together: every item of either is there once, the newest first. `merge(a, b)` equals `merge(b, a)`, and
 * merging the same again changes nothing.
 */
export function mergeItems<Kept extends ListItem>(
  store: ItemStore<Kept>,
  ...lists: readonly (readonly Kept[])[]
): readonly Kept[] {
  const byId = new Map<string, Kept>();
  for (const item of lists.flat()) {
    const other = byId.get(item.id);
    byId.set(item.id, other ? store.mergeItem(other, item) : item);
  }
  const key = (item: Kept) => `${store.instantOf(item)} ${item.id}`;
  return [...byId.values()].sort((a, b) => (key(a) < key(b) ? 1 : -1));
}

/** The items of a list that anybody may have written. What isn't an item is left out. */
export function readItems<Kept extends ListItem>(store: ItemStore<Kept>, value: unknown): ListReading<Kept> {
  if (!Array.isArray(value)) return { items: [], skipped: 1 };
  const items = value.map(store.readItem).filter((item) => item !== undefined);
  return { items: mergeItems(store, items), skipped: value.length - items.length };
}

/** The items of a stored text; none for null, which stands for nothing stored. */
export function parseItems<Kept extends ListItem>(
  store: ItemStore<Kept>,
  text: string | null,
): ListReading<Kept> {
  if (text === null) return { items: [], skipped: 0 };
  try {
    return readItems(store, JSON.parse(text));
  } catch {
    return { items: [], skipped: 1 };
  }
}
