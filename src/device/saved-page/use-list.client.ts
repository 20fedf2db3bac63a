import { useEffect, useState } from 'react';
import { mergeItems, type ListItem, type ItemStore } from '../storage/item-store';
import type { StorageOutcome } from '../storage/storage.client';

/** Where a list is on the device. */
export interface ListStorage<Kept extends ListItem> {
  readonly store: ItemStore<Kept>;
  readonly read: () => readonly Kept[] | Promise<readonly Kept[]>;
  /** Replaces an item by what `change` makes of it; undefined takes it away. */
  readonly change: (
    id: string,
    change: (item: Kept | undefined) => Kept | undefined,
  ) => StorageOutcome | Promise<StorageOutcome>;
  /** Tells when it may have changed. Returns what ends that. */
  readonly onChange: (listener: () => void) => () => void;
}

/** A list from which items can be taken out, and put back until the page is left. */
export interface List<Kept> {
  /** What is stored. */
  readonly items: readonly Kept[];
  /** What is stored, and in its old place what has been taken out here. */
  readonly shown: readonly Kept[];
  readonly isOut: (item: Kept) => boolean;
  readonly takeOut: (item: Kept) => void;
  readonly putBack: (item: Kept) => void;
  readonly replace: (item: Kept) => Promise<void>;
  /** Why the last change could not be stored. */
  readonly problem: Exclude<StorageOutcome, 'stored'> | undefined;
}

/** Always as it is on the device now. Empty until the page is in a browser. */
export function useList<Kept extends ListItem>(source: ListStorage<Kept>): List<Kept> {
  const { store } = source;
  const [items, setItems] = useState<readonly Kept[]>([]);
  const [taken, setTaken] = useState<readonly Kept[]>([]);
  const [problem, setProblem] = useState<List<Kept>['problem']>();
  const stored = new Set(items.map(({ id }) => id));

  useEffect(() => {
    let turn = 0;
    const read = async () => {
      const own = ++turn;
      const next = mergeItems(store, await source.read());
      if (own === turn) setItems(next);
    };
    void read();
    return source.onChange(() => void read());
  }, [source, store]);

  const change = async (id: string, next: (item: Kept | undefined) => Kept | undefined) => {
    const outcome = await source.change(id, next);
    setProblem(outcome === 'stored' ? undefined : outcome);
  };

  return {
    items,
    shown: mergeItems(
      store,
      items,
      taken.filter(({ id }) => !stored.has(id)),
    ),
    isOut: ({ id }) => !stored.has(id),
    takeOut: (item) => {
      setTaken([...taken.filter(({ id }) => id !== item.id), item]);
      void change(item.id, () => undefined);
    },
    putBack: (item) => void change(item.id, (present) => present ?? item),
    replace: (item) => change(item.id, (present) => present && item),
    problem,
  };
}
