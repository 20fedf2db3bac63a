/**
 * The form for applying. On the server it is a complete plain form, which works without any of this code in the
 * browser; there it checks the answers, sends them, and keeps them where they could not be sent.
 */
import { ClosedNotice } from './ClosedNotice';
import { ErrorSummary } from './ErrorSummary';
import { FailureNotice } from './FailureNotice';
import { Field } from './Field';
import type { ApplicationFormProps } from './form-props';
import { useApplication } from './use-application.client';

export function ApplicationForm(props: ApplicationFormProps) {
  const { sections, words, hidden, endpoint, formId } = props;
  const fields = sections.flatMap((section) => section.fields);
  const { state, closed, form, notice, button, submit } = useApplication(props, fields);
  const problems = state.step === 'wrong' ? state.problems : [];
  const waiting = state.step === 'sending' || state.step === 'sent';
  const tooLate = closed && !waiting;

  return (
    <form
      ref={form}
      className="apply-form"
      method="post"
      action={`${endpoint}/f/${formId}`}
      acceptCharset="UTF-8"
      onSubmit={(event) => void submit(event)}
    >
      {tooLate && <ClosedNotice words={words} focus={notice} />}
      {state.step === 'wrong' && !tooLate && (
        <ErrorSummary title={words.errorTitle} problems={problems} focus={notice} />
      )}
      {state.step === 'failed' && !tooLate && (
        <FailureNotice
          failure={state.failure}
          letter={state.letter}
          subject={props.subject}
          contactEmail={props.contactEmail}
          words={words}
          focus={notice}
        />
      )}
      {sections.map((section) => (
        <fieldset key={section.legend}>
          <legend>{section.legend}</legend>
          {section.note && <p className="apply-hint">{section.note}</p>}
          {section.fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              problem={problems.find(({ name }) => name === field.name)?.message}
              words={words}
            />
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
      <button
        ref={button}
        type="submit"
        className="button button-primary"
        aria-disabled={waiting || tooLate || undefined}
      >
        {state.step === 'sending' ? words.sending : words.send}
      </button>
      <p role="status" className="apply-status">
        {state.step === 'sending' && words.sending}
        {state.step === 'sent' && (
          <>
            {words.sent} <a href={props.thanksPath}>{words.sentLink}</a>
          </>
        )}
      </p>
    </form>
  );
}
