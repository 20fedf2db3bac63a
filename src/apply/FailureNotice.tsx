/** Said when an application could not be sent, or nobody knows: nothing is lost, and there is another way. */
import type { Ref } from 'react';
import { interpolate } from '@/i18n/interpolate';
import type { FormWords } from './form-props';
import { mailto } from './letter';
import type { Outcome } from './send';

/** An attempt that didn't end well. */
export type Failure = Extract<Outcome, { readonly kind: 'refused' | 'unconfirmed' }>;

interface Props {
  readonly failure: Failure;
  /** The same application as a message. */
  readonly letter: string;
  readonly subject: string;
  readonly contactEmail: string | undefined;
  readonly words: FormWords;
  readonly focus: Ref<HTMLDivElement>;
}

export function FailureNotice({ failure, letter, subject, contactEmail, words, focus }: Props) {
  const unconfirmed = failure.kind === 'unconfirmed';
  return (
    <div className="apply-notice" role="alert" tabIndex={-1} aria-labelledby="apply-failure" ref={focus}>
      <h3 id="apply-failure">{unconfirmed ? words.unconfirmedTitle : words.refusedTitle}</h3>
      <p>
        {unconfirmed ? words.unconfirmed[failure.reason] : words.refused[failure.reason]} {words.kept}
      </p>
      {unconfirmed && <p>{words.sameNumber}</p>}
      <p className="apply-ways">
        <button type="submit" className="button">
          {words.again}
        </button>
        {contactEmail && (
          <a className="button" href={mailto(contactEmail, subject, letter)}>
            {words.byEmail}
          </a>
        )}
      </p>
      {contactEmail && (
        <details>
          <summary>{interpolate(words.copy, { address: contactEmail })}</summary>
          <label htmlFor="apply-letter">{words.copyLabel}</label>
          <textarea id="apply-letter" rows={8} readOnly value={letter} />
        </details>
      )}
    </div>
  );
}
