/** The controller of an enhanced form: checks, saves and sends the answers, and always shows their state. */
import { watchClosings } from '@/components/closing/closing-watch.client';
import { rememberJustSent } from '@/device/storage/application/just-sent.client';
import type { OutboxEntry, SentRecord } from '@/device/storage/application/outbox-entry';
import { nextAttemptAt } from '@/applications/outbox/retries';
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { interpolate } from '@/i18n/interpolate';
import { isOpenAt, waitFor } from '@/model/time/closing-check';
import type { Attachment } from '../attachment/attachment-types';
import { browserDependencies } from '@/applications/outbox/submit/browser-dependencies.client';
import { createElement } from './element.client';
import { formatAnswers, buildPayload, describeProblems, type FieldProblem } from '../form-answers';
import { disableNativeValidation } from './form-controls.client';
import type { ClientFormProps } from '../form-props';
import { createFormStatus } from './form-status.client';
import { createEarlierNote, createPendingNote, formatInstant } from './application-notes.client';
import { openFormDraft } from './form-draft.client';
import { createFailureNotice, createNotice, type FallbackOptions } from './notices.client';
import { createProblemSummary, showProblems } from './problems.client';
import { checkAnswers } from '../field-rules';
import { newSubmissionId, formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { markNewsSeen } from '@/applications/outbox/submit/submit-entry';
import {
  openFormSubmissions,
  type FormMessage,
  type SubmitResult,
} from '@/applications/outbox/form-submissions';

/** The shortest time (ms) from the first input to Send: bots are quicker, and gone by then. */
const minWritingMs = 3000;

/** The shortest pause (ms) between two attempts or refreshes. */
const minPauseMs = 1000;

/** Time limit (ms) for the thank-you page, before it counts as unreachable. */
const nextPageMs = 4000;

/** True if a page can be opened, from the network or the device: the connection may be lost after the answer. */
async function canOpen(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { signal: AbortSignal.timeout(nextPageMs) })).ok;
  } catch {
    return false;
  }
}

/** The number of an application, which its correction shares. */
const numberOf = ({ id, corrects }: OutboxEntry) => corrects ?? id;

/** A key that changes each time the application or its correction arrives. */
const arrivalKey = ({ id, correctedAt = '' }: SentRecord) => `${id} ${correctedAt}`;

/** Attaches all behaviour to the form in the page. `isDeviceShared`: true on a shared device. */
export function startFormController(
  form: HTMLFormElement,
  props: ClientFormProps,
  isShared: boolean,
  attachment?: Attachment,
): void {
  const { kind, t, locale, closesAt, endpoint, formId, log, replyDays, fields } = props;
  const formStatus = createFormStatus(form, t);
  const { setText, showAlert } = formStatus;
  // Focusable, for when nothing inside it is.
  const notes = createElement('div', { class: 'apply-notes', tabindex: '-1' });
  let shownNotes = '';
  let startedAt: number | undefined;
  let tooLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draft = openFormDraft({
    form,
    fields,
    t,
    locale,
    formStatus,
    isShared,
    open: (draftChanged) =>
      openFormSubmissions(
        {
          form: `${kind ?? 'apply'}.${log.opportunity}`,
          kind,
          endpoint,
          formId,
          closesAt,
          about: log,
          replyDays,
        },
        {
          ...browserDependencies,
          isShared,
          newId: newSubmissionId,
          patienceMs: 500,
          draftChanged,
        },
      ),
  });
  /** The last lines of a message: page and number. */
  const messageFooter = (id: string) => [
    t('apply.page', { url: props.page }),
    ...(id ? [t('apply.number', { id: formatSubmissionNumber(id) })] : []),
  ];

  function otherWays(
    answers: Readonly<Record<string, string>>,
    id: string,
    canGoWithout: boolean,
  ): FallbackOptions {
    const facts = messageFooter(id);
    const plain = {
      message: formatAnswers(fields, answers, facts),
      shortMessage: [t('apply.letter.elsewhere'), '', ...facts].join('\n'),
      subject: props.subject,
      contactEmail: props.contactEmail,
      fileName: `${log.opportunity}.txt`,
      t,
    };
    return attachment?.adaptFallback(plain, answers, canGoWithout) ?? plain;
  }

  /** Shows notes above the form. Keeps the focus among them, and open disclosures open while nothing changes. */
  function showNotes(next: readonly HTMLElement[]): void {
    const html = next.map(({ outerHTML }) => outerHTML).join('');
    if (html === shownNotes) return;
    shownNotes = html;
    const hadFocus = notes.contains(document.activeElement);
    notes.replaceChildren(...next);
    if (!notes.isConnected && next.length > 0) form.querySelector('fieldset')?.before(notes);
    if (hadFocus && !notes.contains(document.activeElement)) (notes.querySelector('button') ?? notes).focus();
  }

  /** Applications that the page has shown as sent. */
  let shownAsSent: ReadonlySet<string> | undefined;
  let refreshes = 0;
  /** Refreshes the notes: the state of earlier submissions, made here or elsewhere. */
  async function refresh(): Promise<void> {
    const turn = ++refreshes;
    const submitting = draft.submitting;
    const pending = await submitting.pending();
    attachment?.setWaiting(pending.find(({ mine }) => mine)?.entry);
    if (turn !== refreshes || submitting.busy()) return;
    const earlier = await submitting.earlier();
    if (turn !== refreshes) return;
    const now = Date.now();
    const wording = { t, locale };
    const own = pending.find(({ mine }) => mine)?.entry;
    // An automatic attempt was refused for good, so the alert about the first attempt is outdated.
    if (own?.isNews) {
      showAlert(undefined);
      await markNewsSeen(browserDependencies, own.id);
      if (turn !== refreshes) return;
    }
    const hasAlert = formStatus.currentAlert() !== undefined;
    showNotes([
      ...earlier.slice(0, 1).map((item) => createEarlierNote(item, wording, draft.correct)),
      ...pending
        .filter(({ mine }) => !(mine && hasAlert))
        .map((one) =>
          createPendingNote(
            one,
            wording,
            now,
            otherWays(one.entry.payload, numberOf(one.entry), one.mine && one.entry.attempts > 0),
            {
              retry: () => retry(one.entry),
              withdraw: () => submitting.withdraw(one.entry),
            },
          ),
        ),
    ]);
    const arrived = shownAsSent && earlier.find((item) => !shownAsSent?.has(arrivalKey(item)));
    shownAsSent = new Set(earlier.map(arrivalKey));
    if (arrived) {
      showAlert(undefined);
      // The text in the form differs from the text that was sent.
      const text = submitting.drafts.draft() ? t('apply.arrived.other') : t('apply.arrived');
      setText(
        interpolate(text, {
          time: formatInstant(locale, arrived.correctedAt ?? arrived.appliedAt),
          id: formatSubmissionNumber(arrived.id),
        }),
      );
    }
    clearTimeout(timer);
    const times = pending.flatMap(({ entry }) => nextAttemptAt(entry, now) ?? []);
    // A tab that is closed in the middle of an attempt can't notify others.
    if (pending.some(({ isSending }) => isSending)) timer = setTimeout(() => void refresh(), minPauseMs);
    else if (times.length > 0)
      timer = setTimeout(
        () => void submitting.flush(),
        Math.max(minPauseMs, waitFor(Math.min(...times), now)),
      );
  }

  /** Sends a waiting application now, because the visitor asked, and shows the result. */
  async function retry(entry: OutboxEntry): Promise<void> {
    setText(t('apply.sending'));
    const submission = await draft.submitting.retry(entry);
    if (submission.kind !== 'sent') setText();
    if (submission.kind === 'refused' || submission.kind === 'unconfirmed')
      await showOutcome(submission, entry.payload, numberOf(entry));
    else await refresh();
  }

  function checkClosed(): boolean {
    const isOpen =
      document.documentElement.dataset['ended'] === undefined &&
      isOpenAt({ status: 'open', closesAt }, Date.now());
    if (!isOpen && !tooLate) {
      tooLate = true;
      formStatus.showSending(false, true);
      showAlert(
        createNotice(t('apply.closed.title'), t('apply.closed'), otherWays(draft.answers(), '', false)),
        false,
      );
    }
    tooLate = !isOpen;
    return tooLate;
  }

  /** Shows the result of a submission with the given number. */
  async function showOutcome(
    submitted: SubmitResult,
    answers: Readonly<Record<string, string>>,
    number: string,
  ): Promise<void> {
    const own = (await draft.submitting.pending()).find(({ entry }) => numberOf(entry) === number);
    const other = otherWays(answers, number, own?.mine === true && submitted.kind !== 'waiting');
    switch (submitted.kind) {
      case 'busy':
        return;
      case 'sent':
        draft.sent(answers);
        rememberJustSent(submitted.item);
        setText(t('apply.sent'), ' ', createElement('a', { href: props.thanksPath }, t('apply.sentLink')));
        if (await canOpen(props.thanksPath)) {
          location.assign(props.thanksPath);
          return;
        }
        form.reset();
        formStatus.showSending(false, tooLate);
        break;
      case 'closed':
        document.documentElement.dataset['ended'] = '';
        checkClosed();
        break;
      case 'invalid': {
        const told = describeProblems(submitted.problems, answers, { fields, t, locale });
        if (told.length > 0) showAllProblems(told);
        else showAlert(createFailureNotice({ kind: 'refused', reason: 'other' }, own, other));
        break;
      }
      case 'refused':
      case 'unconfirmed':
        showAlert(createFailureNotice(submitted, own, other));
        break;
      case 'waiting':
        showAlert(
          createNotice(
            t('apply.offline.title'),
            own?.isStored ? t('apply.offline') : t('apply.offline.unkept'),
            other,
          ),
          false,
        );
        break;
      case 'earlier':
        showAlert(createNotice(t('apply.earlier.title'), t('apply.earlier.now')), false);
        break;
      case 'pending':
        showAlert(createNotice(t('apply.pending.title'), t('apply.pending.first')), false);
        break;
    }
    await refresh();
  }

  function showAllProblems(problems: readonly FieldProblem[]): void {
    showAlert(createProblemSummary(t('apply.error.title'), problems));
    showProblems(form, problems, t);
  }

  async function submit(): Promise<void> {
    // A waiting application may have a file, which is sent again.
    await firstRefresh;
    const submitting = draft.submitting;
    if (submitting.busy()) return;
    if (checkClosed()) {
      formStatus.currentAlert()?.focus();
      return;
    }
    const data = new FormData(form);
    const trap = form.querySelector<HTMLInputElement>('[name=_gotcha]');
    if (trap && trap.value !== '') {
      trap.value = '';
      showAlert(createNotice(t('apply.trapped.title'), t('apply.trapped')));
      return;
    }
    const given = Object.fromEntries(
      [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const { answers, problems } = checkAnswers(fields, { ...given, ...attachment?.answers() });
    showProblems(form, [], t);
    const wrong = describeProblems(problems, answers, { fields, t, locale });
    const told = attachment?.addProblems(wrong) ?? wrong;
    if (told.length > 0) {
      showAllProblems(told);
      return;
    }
    const spent = performance.now() - (startedAt ?? 0);
    let number = '';
    const message: FormMessage = {
      answers: draft.answers(),
      notBefore: Math.max(0, minWritingMs - spent),
      file: attachment?.file(),
      text: (id) => formatAnswers(fields, answers, messageFooter(id)),
      payload: (id, followsUp) => {
        number = id;
        const from = t('apply.subject.from', {
          subject: props.subject,
          name: answers['name'] ?? '',
        });
        const subject = followsUp ? t('apply.subject.followUp', { subject: from }) : from;
        return buildPayload(data, answers, { id, followsUp, seconds: Math.round(spent / 1000), subject });
      },
    };
    draft.stopSaving();
    showAlert(undefined);
    formStatus.showSending(true, tooLate);
    setText(t('apply.sending'));
    const submitted = await submitting.submit(message);
    if (submitted.kind !== 'sent') {
      formStatus.showSending(false, tooLate);
      setText();
    }
    await showOutcome(submitted, answers, number);
  }

  disableNativeValidation(form);
  showProblems(form, [], t);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => (startedAt ??= performance.now()));
  addEventListener('online', () => void draft.submitting.flush(true));
  addEventListener('pageshow', ({ persisted }) => persisted && void refresh());
  // An application that only this page holds is lost when the page closes.
  addEventListener('beforeunload', (event) => {
    if (draft.submitting.isAtRisk() || draft.submitting.drafts.state() === 'unsaved') event.preventDefault();
  });
  onOutboxChange(() => void refresh());
  watchClosings(() => (checkClosed() ? undefined : closesAt));
  // The site's current page has no form any more (`form-loader.client.ts`).
  addEventListener('ended', (event) => {
    if (checkClosed() && Object.keys(draft.answers()).length > 0) event.preventDefault();
  });

  const firstRefresh = draft.ready.then((isBack) => {
    if (isBack) startedAt ??= performance.now() - minWritingMs;
    return refresh();
  });
  void firstRefresh.then(() => draft.submitting.flush());
}
