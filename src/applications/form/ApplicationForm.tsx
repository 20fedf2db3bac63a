/**
 * The form for applying, complete as it is: it works without any code in the browser. There `live-form.client.ts` checks
 * the answers, keeps them, sends them, and says how it goes.
 */
import { Field } from './Field';
import type { ApplicationFormProps } from './form-props';

/** A browser sends the file itself only like this, and of other forms no more than they need. */
const withFile = { encType: 'multipart/form-data' } as const;

export function ApplicationForm({ sections, words, hidden, endpoint, formId }: ApplicationFormProps) {
  const hasFile = sections.some(({ fields }) => fields.some(({ kind }) => kind === 'file'));
  return (
    <form
      className="apply-form"
      method="post"
      action={`${endpoint}/f/${formId}`}
      acceptCharset="UTF-8"
      {...(hasFile ? withFile : {})}
    >
      {sections.map((section) => (
        <fieldset key={section.legend}>
          <legend>{section.legend}</legend>
          {section.note && <p className="apply-hint">{section.note}</p>}
          {section.fields.map((field) => (
            <Field key={field.name} field={field} words={words} />
          ))}
        </fieldset>
      ))}
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="apply-trap" aria-hidden="true">
        <label htmlFor="apply-trap">{words.trap}</label>
        <input id="apply-trap" type="text" name="_gotcha" tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" className="button button-primary">
        {words.send}
      </button>
      <p role="status" className="apply-status"></p>
    </form>
  );
}
