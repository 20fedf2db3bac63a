/**
 * A form as plain HTML, which works without JavaScript. `form-controller.client.ts` adds checks, drafts and sending.
 */
import { controlId, hintId } from './field-ids';
import { checkedValue } from './field-rules';
import type { FormField, FormProps, FormStrings } from './form-props';

interface Props extends Pick<FormProps, 'sections' | 'hidden' | 'action'> {
  readonly t: (key: keyof FormStrings) => string;
}

/** Browsers send a file only with this encoding. Forms without a file keep the shorter default. */
const withFile = { encType: 'multipart/form-data' } as const;

export function ApplicationForm({ sections, hidden, action, t }: Props) {
  const hasFile = sections.some(({ fields }) => fields.some(({ kind }) => kind === 'file'));
  return (
    <form
      className="apply-form"
      method="post"
      action={action}
      acceptCharset="UTF-8"
      {...(hasFile ? withFile : {})}
    >
      {sections.map(({ legend, note, fields }) => (
        <fieldset key={legend}>
          <legend>{legend}</legend>
          {note && <p className="apply-hint">{note}</p>}
          {fields.map((field) => (
            <Field key={field.name} field={field} t={t} />
          ))}
        </fieldset>
      ))}
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="apply-trap" aria-hidden="true">
        <label htmlFor="apply-trap">{t('form.trap')}</label>
        <input id="apply-trap" type="text" name="_gotcha" tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" className="button button-primary">
        {t('form.send')}
      </button>
      <p role="status" className="apply-status"></p>
    </form>
  );
}

interface FieldProps extends Pick<Props, 't'> {
  readonly field: FormField;
}

/** One question: label, hint and control, joined for assistive technology. Problems are added later. */
function Field({ field, t }: FieldProps) {
  const { name, kind, required, lang, hint, no } = field;
  const id = controlId(name);
  const label = (
    <label htmlFor={id} lang={required ? lang : undefined}>
      {required || !lang ? field.label : <span lang={lang}>{field.label}</span>}
      {!required && <span className="apply-optional"> {t('form.optional')}</span>}
    </label>
  );
  const control = <Control field={field} t={t} />;
  return (
    <div className="apply-field">
      {kind !== 'agree' && label}
      {hint && (
        <p id={hintId(name)} className="apply-hint">
          {hint}
        </p>
      )}
      {no && <p className="apply-hint" role="status" data-no={id} data-text={no} hidden></p>}
      {kind === 'agree' ? (
        <div className="apply-agree">
          {control}
          {label}
        </div>
      ) : (
        control
      )}
      {/* In the page from the start, so that text put into it is read out: `email-suggestion.client.ts` */}
      {kind === 'email' && <div role="status" className="apply-ways"></div>}
    </div>
  );
}

/** Long enough for any country's name, for visitors without the list (`form-controls.client.ts`). */
const longestCountry = 80;

/** Uncontrolled, so that text typed before this code arrived stays. */
function Control({ field, t }: FieldProps) {
  const { name, kind, required, missing, autocomplete, hint, type = 'text', min, max, file, options } = field;
  const attributes = {
    id: controlId(name),
    name,
    required,
    'data-kind': kind,
    'data-missing': missing,
    autoComplete: autocomplete,
    'aria-describedby': hint && hintId(name),
  };
  switch (kind) {
    case 'line':
      return <input type={type} {...attributes} maxLength={type === 'date' ? undefined : max} />;
    case 'email':
      return <input type="email" {...attributes} maxLength={max} />;
    case 'text':
      return <textarea {...attributes} maxLength={max} minLength={min} rows={max > 2000 ? 8 : 5} />;
    case 'file':
      return (
        <input
          type="file"
          {...attributes}
          accept={file?.accept}
          data-most={file?.most}
          data-words={file?.strings}
        />
      );
    case 'agree':
      return <input type="checkbox" {...attributes} value={checkedValue} />;
    case 'country':
      return <input type="text" {...attributes} maxLength={longestCountry} />;
    case 'choice':
      return (
        <select {...attributes}>
          <option value="">{t('form.choose')}</option>
          {options?.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
  }
}
