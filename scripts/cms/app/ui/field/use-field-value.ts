import { useEffect, useRef, useState } from 'react';
import type { FieldSdk } from '@contentful/app-sdk';
import { findRefusal, type Refusal } from './refusal';
import { prune } from '@/model/fields/prune';

/** The wait (ms) after which an editor is told that a change is still on its way. */
const patience = 3000;

const isSame = (one: unknown, other: unknown) => JSON.stringify(prune(one)) === JSON.stringify(prune(other));

/** The value of the field: what the editor does here, and what changes elsewhere. A refused change stays until it is stored. */
export function useFieldValue({ field }: FieldSdk) {
  const [value, setValue] = useState(() => field.getValue());
  const [isDisabled, setIsDisabled] = useState(() => field.getIsDisabled());
  /** Why Contentful didn't store what is shown; undefined if it did. */
  const [refusal, setRefusal] = useState<Refusal>();
  /** True while a change takes long to be stored. */
  const [isSlow, setIsSlow] = useState(false);
  const pending = useRef(0);
  const isRefused = useRef(false);
  // The SDK's own value is that of the last change, also of a refused one.
  const stored = useRef(value);
  useEffect(
    () =>
      field.onValueChanged((changed) => {
        stored.current = changed;
        // Echoes of earlier keystrokes would take back later ones, and a colleague's change what isn't stored yet.
        if (pending.current === 0 && !isRefused.current) follow(changed);
      }),
    [field],
  );
  useEffect(() => field.onIsDisabledChanged(setIsDisabled), [field]);

  /** A row in which nothing is written yet isn't stored, and stays. */
  const follow = (next: unknown) => setValue((shown: unknown) => (isSame(shown, next) ? shown : next));
  const setRefused = (next: Refusal | undefined) => {
    isRefused.current = next !== undefined;
    setRefusal(next);
  };
  const store = async (next: unknown) => {
    pending.current += 1;
    const timer = setTimeout(() => setIsSlow(true), patience);
    const kept = prune(next);
    try {
      await (kept === undefined ? field.removeValue() : field.setValue(kept));
      setRefused(undefined);
    } catch (error) {
      setRefused(findRefusal(error));
    }
    clearTimeout(timer);
    pending.current -= 1;
    if (pending.current > 0) return;
    setIsSlow(false);
    if (isRefused.current) return;
    stored.current = field.getValue();
    follow(stored.current);
  };
  const change = (next: unknown) => {
    setValue(() => next);
    // A new row is stored once something is in it.
    if (isRefused.current || !isSame(next, value)) void store(next);
  };
  /** Shows the stored value in place of a refused one. */
  const discard = () => {
    setRefused(undefined);
    setValue(stored.current);
  };
  return { value, isDisabled, refusal, isSlow, change, discard };
}
