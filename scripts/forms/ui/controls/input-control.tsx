/** The control for a single value, or a list of plain values, whichever field or part of a group has it. */
import type { Input } from '../../describe/description';
import { textOf } from '../../values/values';
import type { ControlIds } from '../field';
import { ChoiceInput } from './choice-input';
import { ChoicesInput } from './choices-input';
import { NumberInput } from './number-input';
import { TextInput } from './text-input';
import { TextsInput } from './texts-input';

export interface InputControlProps extends ControlIds {
  readonly input: Input;
  readonly label: string;
  readonly value: unknown;
  readonly fallback?: unknown;
  readonly lang?: string | undefined;
  readonly isRequired: boolean;
  readonly onChange: (value: unknown) => void;
}

const isDay = (value: unknown) => /^(?:\d{4}-\d{2}-\d{2})?$/.test(textOf(value));

/** The editor's own time zone. Most organizations ask people of their own place to write. */
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** True for inputs of several controls, which a group's name stands above. */
export const isGroupInput = ({ kind }: { readonly kind: string }) =>
  ['choices', 'texts', 'group', 'rows', 'references', 'picture', 'markdown'].includes(kind);

export function InputControl(props: InputControlProps) {
  const { input, id, describedBy, label, value, fallback, lang, isRequired, onChange } = props;
  const ids = { id, describedBy, 'aria-label': props['aria-label'] };
  switch (input.kind) {
    case 'choice':
      return (
        <ChoiceInput
          {...ids}
          {...{ label, value, fallback, isRequired, onChange }}
          vocabulary={input.vocabulary}
          {...(input.search && { first: ownZone() })}
        />
      );
    case 'choices':
      return (
        <ChoicesInput
          {...ids}
          {...{ label, value, onChange }}
          vocabulary={input.vocabulary}
          most={input.most}
        />
      );
    case 'texts':
      return (
        <TextsInput
          {...ids}
          {...{ label, value, lang, onChange }}
          most={input.most}
          longest={input.longest}
        />
      );
    case 'flag':
      return (
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy}
          checked={value === true}
          onChange={({ target }) => onChange(target.checked || undefined)}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...ids}
          {...{ value, isRequired, onChange }}
          placeholder={fallback === undefined ? undefined : textOf(fallback)}
        />
      );
    case 'date':
      // What is no day can’t be shown by the browser’s own control.
      return (
        <input
          id={id}
          type={isDay(value) ? 'date' : 'text'}
          aria-describedby={describedBy}
          aria-required={isRequired}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'address':
    case 'email':
      return (
        <TextInput
          {...ids}
          {...{ value, isRequired, onChange }}
          most={input.most}
          type={input.kind === 'email' ? 'email' : 'url'}
        />
      );
    case 'text':
    case 'lines':
      return (
        <TextInput
          {...ids}
          {...{ value, lang, isRequired, onChange }}
          most={input.most}
          hasLines={input.kind === 'lines'}
        />
      );
  }
}
