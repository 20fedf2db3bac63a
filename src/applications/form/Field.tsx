/** One question: label, hint and control, joined for assistive technology. Problems are added later. */
import type { FieldView, FormStrings } from './form-props';
import { controlId, hintId } from './field-ids';
import { checkedValue } from './field-rules';

interface Props {
  readonly field: FieldView;
  readonly strings: FormStrings;
}

export function Field({ field, strings }: Props) {
  const id = controlId(field.name);
  const label = (
    <label htmlFor={id} lang={field.required ? field.lang : undefined}>
      {field.required || !field.lang ? field.label : <span lang={field.lang}>{field.label}</span>}
      {!field.required && <span className="apply-optional"> {strings['apply.optional']}</span>}
    </label>
  );
  const control = (
    <Control
      field={field}
      choose={strings['apply.choose']}
      attributes={{
        id,
        name: field.name,
        required: field.required,
        'data-kind': field.kind,
        'data-missing': field.missing,
        ...(field.autocomplete ? { autoComplete: field.autocomplete } : {}),
        ...(field.hint ? { 'aria-describedby': hintId(field.name) } : {}),
      }}
    />
  );
  const agree = field.kind === 'agree';
  return (
    <div className="apply-field">
      {!agree && label}
      {field.hint && (
        <p id={hintId(field.name)} className="apply-hint">
          {field.hint}
        </p>
      )}
      {field.no && <p className="apply-hint" role="status" data-no={id} data-text={field.no} hidden></p>}
      {agree ? (
        <div className="apply-agree">
          {control}
          {label}
        </div>
      ) : (
        control
      )}
      {/* In the page from the start, so that text put into it is read out: `email-suggestion.client.ts` */}
      {field.kind === 'email' && <div role="status" className="apply-ways"></div>}
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
  };
}

/** Long enough for any country's name, for visitors without the list (`country-list.client.ts`). */
const longestCountry = 80;

/** Uncontrolled, so that text typed before this code arrived stays. */
function Control({ field, choose, attributes }: ControlProps) {
  const limits = { maxLength: field.max, ...(field.min ? { minLength: field.min } : {}) };
  switch (field.kind) {
    case 'line':
      return (
        <input
          type={field.type ?? 'text'}
          {...attributes}
          {...(field.type === 'date' ? {} : { maxLength: field.max })}
        />
      );
    case 'email':
      return <input type="email" {...attributes} maxLength={field.max} />;
    case 'text':
      return <textarea {...attributes} {...limits} rows={field.max > 2000 ? 8 : 5} />;
    case 'file':
      return (
        <input
          type="file"
          {...attributes}
          accept={field.file?.accept}
          data-most={field.file?.most}
          data-words={field.file?.strings}
        />
      );
    case 'agree':
      return <input type="checkbox" {...attributes} value={checkedValue} />;
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
