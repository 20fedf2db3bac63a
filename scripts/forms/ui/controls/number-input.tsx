/** A number as it is typed. What is no number stays as it stands, so that nothing is lost, and is called a fault. */
import { useState } from 'react';
import { readNumber, textOf } from '../../values/values';
import type { ControlIds } from '../field';

interface NumberInputProps extends ControlIds {
  readonly value: unknown;
  readonly placeholder?: string | undefined;
  readonly isRequired?: boolean;
  readonly onChange: (value: string | number) => void;
}

export function NumberInput({
  id,
  describedBy,
  value,
  placeholder,
  isRequired = false,
  onChange,
}: NumberInputProps) {
  const [typed, setTyped] = useState<string>();
  const isOwn = typed !== undefined && (readNumber(typed) ?? typed) === (value ?? '');
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className="number"
      placeholder={placeholder}
      aria-describedby={describedBy}
      aria-required={isRequired}
      value={isOwn ? typed : textOf(value)}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readNumber(target.value) ?? target.value);
      }}
    />
  );
}
