/** The control for a single value, or a list of plain values, whichever field or part of a group has it. */
import { useState, type ComponentType } from 'react';
import { readNumber, textOf } from '../../values/values';
import { attributesOf, type ControlProps } from '../field';
import { ChoiceInput, ChoicesInput } from './choice-input';
import { ReferenceInput, ReferencesInput } from './reference-input';
import { TextInput } from './text-input';
import { TextsInput } from './texts-input';

function FlagInput(props: ControlProps<'flag' | 'date'>) {
  return (
    <input
      {...attributesOf(props)}
      type="checkbox"
      checked={props.value === true}
      onChange={({ target }) => props.onChange(target.checked || undefined)}
    />
  );
}

const isDay = (value: unknown) => /^(?:\d{4}-\d{2}-\d{2})?$/.test(textOf(value));

/** A day. What is none can’t be shown by the browser’s own control. */
function DateInput(props: ControlProps<'flag' | 'date'>) {
  return (
    <input
      {...attributesOf(props)}
      type={isDay(props.value) ? 'date' : 'text'}
      value={textOf(props.value)}
      onChange={({ target }) => props.onChange(target.value)}
    />
  );
}

/** A number as it is typed. What is no number stays as it stands, so that nothing is lost, and is called a fault. */
function NumberInput(props: ControlProps<'number'>) {
  const { value, fallback, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const isOwn = typed !== undefined && (readNumber(typed) ?? typed) === (value ?? '');
  return (
    <input
      {...attributesOf(props)}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      placeholder={textOf(fallback)}
      value={isOwn ? typed : textOf(value)}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readNumber(target.value) ?? target.value);
      }}
    />
  );
}

const controls = {
  text: TextInput,
  lines: TextInput,
  address: TextInput,
  email: TextInput,
  number: NumberInput,
  flag: FlagInput,
  date: DateInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  texts: TextsInput,
  reference: ReferenceInput,
  references: ReferencesInput,
};

/** True for inputs of several controls, which a group's name stands above. */
export const isGroupInput = ({ kind }: { readonly kind: string }) =>
  ['choices', 'texts', 'group', 'rows', 'references', 'picture', 'markdown'].includes(kind);

export type InputControlProps = ControlProps<keyof typeof controls>;

export function InputControl(props: InputControlProps) {
  const Control = controls[props.input.kind] as ComponentType<InputControlProps>;
  return <Control {...props} />;
}
