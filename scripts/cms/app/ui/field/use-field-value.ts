import { useEffect, useRef, useState } from 'react';
import type { FieldSdk } from '@contentful/app-sdk';
import { isEmpty } from './value';

export interface FieldState {
  readonly value: unknown;
  readonly isDisabled: boolean;
  /** True if Contentful refused the last change. */
  readonly hasFailed: boolean;
  readonly change: (value: unknown) => void;
}

/** The value of the field: what the editor does here, and what changes elsewhere. */
export function useFieldValue({ field }: FieldSdk): FieldState {
  const [value, setValue] = useState(() => field.getValue());
  const [isDisabled, setIsDisabled] = useState(() => field.getIsDisabled());
  const [hasFailed, setHasFailed] = useState(false);
  const pending = useRef(0);
  useEffect(
    () =>
      field.onValueChanged((changed) => {
        // Echoes of earlier keystrokes would take back later ones.
        if (pending.current === 0) setValue(changed);
      }),
    [field],
  );
  useEffect(() => field.onIsDisabledChanged(setIsDisabled), [field]);

  const store = async (next: unknown) => {
    pending.current += 1;
    try {
      await (isEmpty(next) ? field.removeValue() : field.setValue(next));
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
    pending.current -= 1;
    if (pending.current === 0) setValue(field.getValue());
  };
  const change = (next: unknown) => {
    setValue(next);
    void store(next);
  };
  return { value, isDisabled, hasFailed, change };
}
