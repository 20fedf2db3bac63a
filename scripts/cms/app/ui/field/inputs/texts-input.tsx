/** Several texts, each on a line. */
import { useState } from 'react';
import { useWords } from '../../language';
import { isEmpty, quote } from '../value';

interface TextsProps {
  readonly value: unknown;
  readonly isDisabled: boolean;
  readonly isRequired: boolean;
  readonly describedBy: string;
  /** The id by which a label names it. */
  readonly id?: string;
  /** Its name where it has no label. */
  readonly label?: string;
  readonly onChange: (value: readonly string[]) => void;
}

const readLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function TextsInput(props: TextsProps) {
  const { value, isDisabled, isRequired, describedBy, id, label, onChange } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState<string>();
  const items: readonly unknown[] = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
  const stored = items.map(quote).join('\n');
  const shown = typed !== undefined && readLines(typed).join('\n') === stored ? typed : stored;
  return (
    <div>
      <textarea
        id={id}
        aria-label={label}
        rows={3}
        aria-describedby={describedBy}
        aria-required={isRequired}
        disabled={isDisabled}
        value={shown}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange(readLines(target.value));
        }}
      />
      <p className="hint">{t('Each on a line of its own.')}</p>
    </div>
  );
}
