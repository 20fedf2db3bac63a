/** The kit's control for a text of a sheet, as the field that it becomes has it, with buttons that choose a text. */
import { useId } from 'react';
import type { FieldsDescription, FormControl, Input } from '@scripts/forms/describe/description';
import { InputControl, isGroupInput } from '@scripts/forms/ui/controls/input-control';
import { Field, type FieldProps } from '@scripts/forms/ui/field';
import { readNumber } from '@scripts/forms/values/values';
import type { ReviewView } from '../../review-view';

/** A control that a text in a cell can have. */
export type TextControl = Input | Extract<FormControl, { kind: 'reference' | 'references' }>;

/** The vocabulary of yes and no, which a cell can leave open. */
export const flagTerms = 'review-flag';

/** Finds the control of a field, or of a part of a group: `'closes.date'`. */
function findControl(
  forms: FieldsDescription,
  type: ReviewView['type'],
  path: string,
): FormControl | undefined {
  const [name, partName] = path.split('.');
  const control = forms.types[type].fields.find((field) => field.name === name)?.control;
  if (!control || partName === undefined) return control;
  return 'parts' in control ? control.parts.find((part) => part.name === partName)?.control : undefined;
}

/** The control of a cell. Several values that belong together are written as the sheet has them. */
export function cellControl(forms: FieldsDescription, type: ReviewView['type'], path: string): TextControl {
  const control = findControl(forms, type, path);
  const asWritten = { kind: 'lines', most: Number.MAX_SAFE_INTEGER } as const;
  if (!control) return asWritten;
  switch (control.kind) {
    case 'flag':
      return { kind: 'choice', vocabulary: flagTerms };
    case 'markdown':
      return { kind: 'lines', most: control.most };
    case 'group':
    case 'rows':
    case 'texts':
    case 'picture':
      return asWritten;
    default:
      return control;
  }
}

/** The control of a word, which is one of the field's values. */
export function wordControl(forms: FieldsDescription, type: ReviewView['type'], path: string): TextControl {
  const control = cellControl(forms, type, path);
  if (control.kind === 'choices') return { kind: 'choice', vocabulary: control.vocabulary };
  return control.kind === 'references' ? { kind: 'reference', to: control.to } : control;
}

/** Splits a cell as the import does: a part may be a word that isn't known yet. */
const splitList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[;|\r\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

interface ValueFieldProps extends Pick<FieldProps, 'label' | 'help' | 'findings'> {
  readonly control: TextControl;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Buttons that choose a text. */
  readonly choices: readonly (readonly [label: string, text: string])[];
  readonly onChoose: (text: string) => void;
}

export function ValueField({ control, text, onChange, choices, onChoose, ...field }: ValueFieldProps) {
  const id = useId();
  const value =
    control.kind === 'choices' || control.kind === 'references'
      ? splitList(text)
      : control.kind === 'number'
        ? (readNumber(text) ?? text)
        : text;
  return (
    <Field {...field} id={id} isRequired isGroup={isGroupInput(control)}>
      {(ids) => (
        <>
          <InputControl
            {...ids}
            label={field.label}
            input={control}
            value={value}
            isRequired={false}
            onChange={(next) => onChange(Array.isArray(next) ? next.join('; ') : String(next ?? ''))}
          />
          <div className="bar">
            {choices.map(([label, chosen]) => (
              <button key={label} type="button" onClick={() => onChoose(chosen)}>
                {label}
              </button>
            ))}
          </div>
        </>
      )}
    </Field>
  );
}
