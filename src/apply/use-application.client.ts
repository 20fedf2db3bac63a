/** The life of an application in the browser: written, checked, sent, or kept where it could not be sent. */
import { createClient, type Client } from '@formspree/core';
import { useEffect, useRef, useState, type SubmitEvent, type RefObject } from 'react';
import { watchClosings } from '@/components/closing-watch.client';
import { recordApplication } from '@/device/applied.client';
import { interpolate } from '@/i18n/interpolate';
import { isOpenAt } from '@/model/closing-check';
import type { Failure } from './FailureNotice';
import { letterOf, payloadOf, tell, type Told } from './form-answers';
import type { ApplicationFormProps, FieldView } from './form-props';
import { checkAnswers } from './rules';
import { send, type Outcome } from './send';
import { newSubmissionId } from './submission-id';

/** What the form shows. */
export type State =
  | { readonly step: 'writing' | 'sending' | 'sent' }
  | { readonly step: 'wrong'; readonly problems: readonly Told[] }
  | { readonly step: 'failed'; readonly failure: Failure; readonly letter: string };

/** How long (ms) an answer is waited for: slow networks need it, and nobody waits longer. */
const timeoutMs = 20_000;

/** True where the opportunity takes applications now, by the visitor's clock; the server has no say when it closes. */
const isOpen = (closesAt: number | undefined) => isOpenAt({ status: 'open', closesAt }, Date.now());

/**
 * Everything that the form does. `notice` goes on what is to take the focus after an attempt that failed, `button` on
 * the one that sends.
 */
export function useApplication(props: ApplicationFormProps, fields: readonly FieldView[]) {
  const [state, setState] = useState<State>({ step: 'writing' });
  const [closed, setClosed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const client = useRef<Client | null>(null);
  const submissionId = useRef('');
  /** Set synchronously, unlike the state: a second click in the same moment finds it. */
  const busy = useRef(false);

  useEffect(() => {
    client.current = createClient();
    if (form.current) takeOver(form.current);
  }, []);
  const { closesAt } = props;
  useEffect(
    () =>
      watchClosings(() => {
        setClosed(!isOpen(closesAt));
        return isOpen(closesAt) ? closesAt : undefined;
      }),
    [closesAt],
  );
  useOutcomeShown(state, notice, props.words.errorPrefix);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    if (!isOpen(closesAt)) {
      setClosed(true);
      notice.current?.focus();
      return;
    }
    busy.current = true;
    const entries = [...new FormData(event.currentTarget)];
    const given = Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const { answers, problems } = checkAnswers(fields, given);
    const wording = { fields, words: props.words, locale: props.locale };
    let outcome: Outcome = { kind: 'invalid', problems };
    if (problems.length === 0) {
      // the notice goes, and with it “Try again”, which may have the focus
      if (notice.current?.contains(document.activeElement)) button.current?.focus();
      setState({ step: 'sending' });
      submissionId.current ||= newSubmissionId();
      const payload = payloadOf(entries, answers, submissionId.current);
      const { endpoint, formId } = props;
      outcome = await send((client.current ??= createClient()), { endpoint, formId, payload, timeoutMs });
    }
    if (outcome.kind === 'sent') {
      // stays busy: what has been sent is not sent again from here
      recordApplication({ ...props.log, id: submissionId.current });
      setState({ step: 'sent' });
      location.assign(props.thanksPath);
      return;
    }
    busy.current = false;
    const told = outcome.kind === 'invalid' ? tell(outcome.problems, answers, wording) : [];
    if (told.length > 0) {
      setState({ step: 'wrong', problems: told });
      return;
    }
    const failure: Failure = outcome.kind === 'invalid' ? { kind: 'refused', reason: 'other' } : outcome;
    const facts = [
      interpolate(props.words.page, { url: props.page }),
      interpolate(props.words.number, { id: submissionId.current }),
    ];
    setState({ step: 'failed', failure, letter: letterOf(fields, answers, facts) });
  };

  return { state, closed, form, notice, button, submit };
}

/** From here on problems are told by this code: beside the field, in the page's language. */
function takeOver(form: HTMLFormElement): void {
  form.noValidate = true;
  // A limit in the browser cuts what is pasted without a word; ours says how long it is.
  for (const control of form.querySelectorAll('[maxlength]')) control.removeAttribute('maxlength');
}

function useOutcomeShown(state: State, notice: RefObject<HTMLDivElement | null>, prefix: string): void {
  useEffect(() => {
    const title = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
    const failed = state.step === 'wrong' || state.step === 'failed';
    document.title = failed ? prefix + title : title;
    if (failed) notice.current?.focus();
  }, [state, notice, prefix]);
}
