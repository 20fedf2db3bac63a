import { useEffect, useState } from 'react';
import { sortItems, type ListItem, type ItemStore } from '../storage/item-store';
import {
  changeItem,
  onStorageChange,
  readStore,
  type StorageOutcome,
  type StorageProblem,
} from '../storage/storage.client';

/** The access to a list on the device. */
export interface StoredList<Item extends ListItem> extends Pick<ItemStore<Item>, 'instantOf'> {
  readonly read: () => readonly Item[] | Promise<readonly Item[]>;
  /** Replaces an item by the result of `change`; undefined deletes it. */
  readonly change: (
    id: string,
    change: (item: Item | undefined) => Item | undefined,
  ) => StorageOutcome | Promise<StorageOutcome>;
  /** Calls the listener when the list may have changed. Returns a function that stops it. */
  readonly onChange: (listener: () => void) => () => void;
}

/** A list in `localStorage`. */
export const storedList = <Item extends ListItem>(store: ItemStore<Item>): StoredList<Item> => ({
  instantOf: store.instantOf,
  read: () => readStore(store),
  change: (id, change) => changeItem(store, id, change),
  onChange: onStorageChange,
});

/** A list whose items can be removed, and restored until the page is left. */
export interface EditableList<Item> {
  /** The stored items. */
  readonly items: readonly Item[];
  /** The stored items, and those removed here in their old place. */
  readonly shown: readonly Item[];
  readonly isRemoved: (item: Item) => boolean;
  readonly remove: (item: Item) => void;
  readonly restore: (item: Item) => void;
  readonly replace: (item: Item) => Promise<void>;
  /** Why the last change could not be stored. */
  readonly problem: StorageProblem | undefined;
}

/** The list as it is on the device now. Empty until the page runs in a browser. */
export function useList<Item extends ListItem>(source: StoredList<Item>): EditableList<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [removed, setRemoved] = useState<readonly Item[]>([]);
  const [problem, setProblem] = useState<EditableList<Item>['problem']>();
  const stored = new Set(items.map(({ id }) => id));

  useEffect(() => {
    let turn = 0;
    const read = async () => {
      const own = ++turn;
      const next = sortItems(source, await source.read());
      if (own === turn) setItems(next);
    };
    void read();
    return source.onChange(() => void read());
  }, [source]);

  const change = async (id: string, next: (item: Item | undefined) => Item | undefined) => {
    const outcome = await source.change(id, next);
    setProblem(outcome === 'stored' ? undefined : outcome);
  };

  return {
    items,
    shown: sortItems(source, [...items, ...removed.filter(({ id }) => !stored.has(id))]),
    isRemoved: ({ id }) => !stored.has(id),
    remove: (item) => {
      setRemoved([...removed.filter(({ id }) => id !== item.id), item]);
      void change(item.id, () => undefined);
    },
    restore: (item) => void change(item.id, (present) => present ?? item),
    replace: (item) => change(item.id, (present) => present && item),
    problem,
  };
}
