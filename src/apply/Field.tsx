/** One question: label, hint, problem and control, joined for assistive technology. */
import type { FieldView, FormWords } from './form-props';
import { agreed } from './rules';

interface Props {
  readonly field: FieldView;
  /** What is wrong with the answer, in words. */
  readonly problem: string | undefined;
  readonly words: FormWords;
}

/** The id of a field's control, to which the summary of problems links. */
export const controlId = (name: string) => `apply-${name}`;

export function Field({ field, problem, words }: Props) {
  const id = controlId(field.name);
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [field.hint ? hintId : '', problem ? problemId : ''].filter(Boolean).join(' ');
  const label = (
    <label htmlFor={id} lang={field.lang}>
      {field.label}
      {!field.required && <span className="apply-optional"> {words.optional}</span>}
    </label>
  );
  const control = (
    <Control
      field={field}
      choose={words.choose}
      attributes={{
        id,
        name: field.name,
        required: field.required,
        'data-kind': field.kind,
        'data-missing': field.missing,
        ...(field.autocomplete ? { autoComplete: field.autocomplete } : {}),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(problem ? { 'aria-invalid': true } : {}),
      }}
    />
  );
  const agree = field.kind === 'agree';
  return (
    <div className={problem ? 'apply-field apply-field-wrong' : 'apply-field'}>
      {!agree && label}
      {field.hint && (
        <p id={hintId} className="apply-hint">
          {field.hint}
        </p>
      )}
      {problem && (
        <p id={problemId} className="apply-problem">
          <span className="visually-hidden">{words.errorPrefix}</span>
          {problem}
        </p>
      )}
      {agree ? (
        <div className="apply-agree">
          {control}
          {label}
        </div>
      ) : (
        control
      )}
    </div>
  );
}

interface ControlProps {
  readonly field: FieldView;
  readonly choose: string;
  readonly attributes: {
    readonly id: string;
    readonly name: string;
    readonly required: boolean;
    readonly 'data-kind': string;
    readonly 'data-missing': string;
    readonly autoComplete?: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: boolean;
  };
}

/** Enough for any country's name, written by somebody who has no list (`country-list.client.ts`). */
const longestCountry = 80;

/** Uncontrolled, so that what was typed before this code arrived stays. */
function Control({ field, choose, attributes }: ControlProps) {
  const limits = { maxLength: field.max, ...(field.min ? { minLength: field.min } : {}) };
  switch (field.kind) {
    case 'line':
      return <input type="text" {...attributes} maxLength={field.max} />;
    case 'email':
      return <input type="email" {...attributes} maxLength={field.max} />;
    case 'text':
      return <textarea {...attributes} {...limits} rows={field.max > 2000 ? 8 : 5} />;
    case 'agree':
      return <input type="checkbox" {...attributes} value={agreed} />;
    case 'choice':
    case 'country':
      if (!field.options) return <input type="text" {...attributes} maxLength={longestCountry} />;
      return (
        <select {...attributes}>
          <option value="">{choose}</option>
          {field.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
  }
}
