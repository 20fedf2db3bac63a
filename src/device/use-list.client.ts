import { useState } from 'react';
import { mergeItems, type Item, type ItemStore } from './storage/item-store';
import { changeStore, type Outcome } from './storage/storage.client';
import { useStore } from './use-store.client';

/** A list that one can take things out of, and put them back into, until one leaves the page. */
export interface List<Kept> {
  /** What is kept. */
  readonly items: readonly Kept[];
  /** What is kept, and in its old place what has been taken out here. */
  readonly shown: readonly Kept[];
  readonly isOut: (item: Kept) => boolean;
  readonly takeOut: (item: Kept) => void;
  readonly putBack: (item: Kept) => void;
  readonly change: (change: (items: readonly Kept[]) => readonly Kept[]) => void;
  /** Why the last change could not be stored. */
  readonly problem: Exclude<Outcome, 'stored'> | undefined;
}

export function useList<Kept extends Item>(store: ItemStore<Kept>): List<Kept> {
  const items = useStore(store);
  const [taken, setTaken] = useState<readonly Kept[]>([]);
  const [problem, setProblem] = useState<List<Kept>['problem']>();
  const kept = new Set(items.map(({ id }) => id));

  const change: List<Kept>['change'] = (next) => {
    const outcome = changeStore(store, next);
    setProblem(outcome === 'stored' ? undefined : outcome);
  };

  return {
    items,
    shown: mergeItems(
      store,
      items,
      taken.filter(({ id }) => !kept.has(id)),
    ),
    isOut: ({ id }) => !kept.has(id),
    takeOut: (item) => {
      setTaken([...taken.filter(({ id }) => id !== item.id), item]);
      change((present) => present.filter(({ id }) => id !== item.id));
    },
    putBack: (item) => change((present) => [...present, item]),
    change,
    problem,
  };
}
