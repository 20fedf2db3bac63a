/**
 * The application form as plain HTML, which works without JavaScript. `form-controller.client.ts` adds checks, drafts
 * and sending.
 */
import { formService } from '../transport/form-service';
import { Field } from './Field';
import type { ApplicationFormProps } from './form-props';

/** Browsers send a file only with this encoding. Forms without a file keep the shorter default. */
const withFile = { encType: 'multipart/form-data' } as const;

export function ApplicationForm({ sections, strings, hidden, endpoint, formId }: ApplicationFormProps) {
  const hasFile = sections.some(({ fields }) => fields.some(({ kind }) => kind === 'file'));
  return (
    <form
      className="apply-form"
      method="post"
      action={formService.formAction({ endpoint, formId })}
      acceptCharset="UTF-8"
      {...(hasFile ? withFile : {})}
    >
      {sections.map((section) => (
        <fieldset key={section.legend}>
          <legend>{section.legend}</legend>
          {section.note && <p className="apply-hint">{section.note}</p>}
          {section.fields.map((field) => (
            <Field key={field.name} field={field} strings={strings} />
          ))}
        </fieldset>
      ))}
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="apply-trap" aria-hidden="true">
        <label htmlFor="apply-trap">{strings['apply.trap']}</label>
        <input id="apply-trap" type="text" name="_gotcha" tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" className="button button-primary">
        {strings['apply.send']}
      </button>
      <p role="status" className="apply-status"></p>
    </form>
  );
}
