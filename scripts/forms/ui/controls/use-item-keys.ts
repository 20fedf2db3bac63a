/** Keys for the items of a list, which stay with them while they move: the controls keep their state and the focus. */
import { useRef } from 'react';

let last = 0;

/** Returns a key for each of `length` items, and what moves or removes keys as the items are. */
export function useItemKeys(length: number) {
  const keys = useRef<readonly number[]>([]);
  const missing = Math.max(0, length - keys.current.length);
  keys.current = [...keys.current.slice(0, length), ...Array.from({ length: missing }, () => ++last)];
  return {
    keys: keys.current,
    /** Puts the keys in the order of the items before they change. */
    reorder: (change: (keys: readonly number[]) => readonly number[]) => {
      keys.current = change(keys.current);
    },
  };
}
