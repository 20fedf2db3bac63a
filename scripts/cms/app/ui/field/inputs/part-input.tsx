/** A field of a group, with its label, its faults and the control for its kind. */
import { useId, useState } from 'react';
import type { Part } from '@scripts/forms/describe/description';
import { useWords } from '../../language';
import { ChoiceInput } from './choice-input';
import { ChoicesInput } from './choices-input';
import { findPartProblems } from '../problems';
import { ProblemList } from '../problem-list';
import { TextsInput } from './texts-input';
import { isEmpty, quote, readNumber } from '../value';

interface PartProps {
  readonly part: Part;
  readonly value: unknown;
  readonly isDisabled: boolean;
  /** False in all rows but the first, which has the help for all. */
  readonly hasHelp: boolean;
  /** True if a group that nothing is in may stay so. */
  readonly isUntouched: boolean;
  readonly onChange: (value: unknown) => void;
}

interface InputProps extends PartProps {
  readonly id: string;
  readonly describedBy: string;
}

export function PartInput(props: PartProps) {
  const words = useWords();
  const id = useId();
  const { part, value, hasHelp, isUntouched } = props;
  const describedBy = `${id}-about`;
  const problems = isUntouched ? [] : findPartProblems(words, part, value);
  const isList =
    part.input.kind === 'choices' || (part.input.kind === 'choice' && part.input.search === true);
  const label = part.isRequired ? part.label : words.t('{label} (optional)', { label: part.label });
  return (
    <div
      className={`part part-${part.input.kind}`}
      role={isList ? 'group' : undefined}
      aria-label={isList ? label : undefined}
    >
      {isList ? <span className="label">{label}</span> : <label htmlFor={id}>{label}</label>}
      <Value {...props} id={id} describedBy={describedBy} />
      <div id={describedBy}>
        {hasHelp && <p className="hint">{part.help}</p>}
        <ProblemList id={`${id}-problems`} problems={problems} />
      </div>
    </div>
  );
}

function Value(props: InputProps) {
  const { part, value, isDisabled, id, describedBy, onChange } = props;
  const { input } = part;
  const common = {
    id,
    disabled: isDisabled,
    'aria-describedby': describedBy,
    'aria-required': part.isRequired,
  };
  switch (input.kind) {
    case 'choice':
    case 'choices': {
      const shared = {
        label: part.label,
        value,
        isDisabled,
        isRequired: part.isRequired,
        describedBy,
        onChange,
      };
      return input.kind === 'choices' ? (
        <ChoicesInput {...shared} control={input} />
      ) : (
        <ChoiceInput {...shared} id={id} control={input} fallback={part.default} isCompact />
      );
    }
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked)}
        />
      );
    case 'number':
      return <NumberInput {...props} />;
    case 'texts':
      return <TextsInput {...props} isRequired={part.isRequired} />;
    case 'lines':
      return (
        <textarea
          {...common}
          rows={3}
          value={isEmpty(value) ? '' : quote(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    default: {
      const isDay = input.kind === 'date' && (isEmpty(value) || /^\d{4}-\d{2}-\d{2}$/.test(quote(value)));
      const types = { address: 'url', email: 'email' } as const;
      const type = isDay ? 'date' : input.kind in types ? types[input.kind as keyof typeof types] : 'text';
      return (
        <input
          {...common}
          type={type}
          value={isEmpty(value) ? '' : quote(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    }
  }
}

/** A number as it is typed. What is no number is stored as it stands, so that nothing is lost, and is called a fault. */
function NumberInput({ part, value, isDisabled, id, describedBy, onChange }: InputProps) {
  const [typed, setTyped] = useState<string>();
  const stored = isEmpty(value) ? '' : quote(value);
  const shown = typed !== undefined && (readNumber(typed) ?? typed) === value ? typed : stored;
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      aria-describedby={describedBy}
      aria-required={part.isRequired}
      disabled={isDisabled}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readNumber(target.value) ?? target.value);
      }}
    />
  );
}
