/** Enhances the plain form in the page: checks, saves and sends the answers, and always shows their state. */
import { watchClosings } from '@/components/closing/closing-watch.client';
import { rememberJustSent } from '@/device/storage/application/just-sent.client';
import { sentMark } from '@/device/storage/application/sent-mark';
import { numberOf, type OutboxEntry, type SentRecord } from '@/device/storage/application/outbox-entry';
import { isDeviceShared } from '@/device/storage/application/shared-device.client';
import { newSubmissionId, formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { tellSent } from '@/device/storage/application/tell-submission';
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { translateIsland } from '@/i18n/create-translate';
import { isOpenAt } from '@/model/time/closing-check';
import {
  openFormSubmissions,
  type FormMessage,
  type PendingEntry,
  type SubmitResult,
} from '@/applications/outbox/form-submissions';
import { keepSending } from '@/applications/outbox/keep-sending.client';
import { createSubmissionNote, type NoteActions } from '@/applications/outbox/panel/submission-note.client';
import { browserDependencies } from '@/applications/outbox/submit/browser-dependencies.client';
import { clientHeaders } from '@/applications/transport/client-headers.client';
import { formService } from '@/applications/transport/form-service';
import type { SubmissionOutcome } from '@/applications/transport/transport';
import type { Attachment, OpenAttachment } from '../attachment/attachment-types';
import { suggestEmail } from '../email/email-suggestion.client';
import { checkAnswers } from '../field-rules';
import { formatAnswers, buildPayload, describeProblems, type FieldProblem } from '../form-answers';
import type { ClientFormProps, FormFacts, FormFile } from '../form-props';
import { addCountryList, disableNativeValidation, draftFields, readFields } from './form-controls.client';
import { openFormDraft } from './form-draft.client';
import { createFormTellings, createNotice } from './form-tellings.client';
import { clearCorrected, createProblemSummary, showProblems } from './problems.client';

type Answers = Readonly<Record<string, string>>;

/** The shortest time (ms) from the first input to Send: bots are quicker, and gone by then. */
const minWritingMs = 3000;

/** Interval (ms) between checks of a running attempt: if its tab is closed, nobody reports the end. */
const lookAgainMs = 1000;

/** Time limit (ms) for the thank-you page, before it counts as unreachable. */
const nextPageMs = 4000;

/** True if a page can be opened, from the network or the device: the connection may be lost after the answer. */
const canOpen = (path: string): Promise<boolean> =>
  fetch(path, { signal: AbortSignal.timeout(nextPageMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** A key that changes each time the application or its correction arrives. */
const arrivalKey = ({ id, correctedAt = '' }: SentRecord) => `${id} ${correctedAt}`;

/** Enhances the form in a container, and removes its `data-form` as a sign that it is done. */
export async function enhanceForm(
  container: HTMLElement,
  { strings, emailDomains, countries }: FormFile,
  attach?: OpenAttachment,
): Promise<void> {
  const form = container.querySelector('form');
  const address = formService.parseFormAction(form?.getAttribute('action') ?? '');
  if (!form || !address) return;
  const t = translateIsland(document.documentElement.lang, strings);
  addCountryList(form, t('form.choose'), countries);
  const email = form.querySelector<HTMLInputElement>('[type=email]');
  // Suggests a correction where the address looks mistyped.
  email?.addEventListener('change', () => suggestEmail(email, t, emailDomains));
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as FormFacts;
  const props = { ...facts, ...address, t, fields: readFields(form) };
  controlForm(form, props, await isDeviceShared(), attach?.(form, t, showProblems));
  delete container.dataset['form'];
}

function controlForm(
  form: HTMLFormElement,
  props: ClientFormProps,
  isShared: boolean,
  attachment: Attachment | undefined,
): void {
  const { t, closesAt, about, fields } = props;
  let startedAt: number | undefined;
  let tooLate = false;
  /** True if the site's current page has no form any more. */
  let hasEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tellings = createFormTellings(form, t, ({ entry, isSending }: PendingEntry): NoteActions => ({
    now: () => retry(entry),
    without: () => {
      attachment?.remove();
      form.requestSubmit();
    },
    remove: isSending ? undefined : () => submitting.remove(entry),
  }));
  const { setText, showAlert } = tellings;
  const draft = openFormDraft(form, props, tellings, isShared, (draftChanged) =>
    openFormSubmissions(props, {
      ...browserDependencies,
      isShared,
      newId: newSubmissionId,
      patienceMs: 500,
      draftChanged,
    }),
  );
  const { submitting } = draft;

  /** The answers as readable text, with page and number at its end. */
  const textOf = (answers: Answers, id?: string) =>
    formatAnswers(fields, answers, [
      t('form.page', { url: props.page }),
      ...(id === undefined ? [] : [t('form.number', { id: formatSubmissionNumber(id) })]),
    ]);
  const sendable = (text: string, contact: string | undefined) => ({
    text,
    subject: props.subject,
    contact,
    fileName: `${about.opportunity}.txt`,
  });

  /** True if there is a text in the form, and it isn't the one that was sent. */
  function isOther(sent: Answers | undefined): boolean {
    const { answers } = checkAnswers(draftFields(fields), draft.answers());
    if (Object.values(answers).join('') === '') return false;
    if (!sent) return submitting.drafts.draft() !== undefined;
    return Object.entries(answers).some(([name, answer]) => answer !== (sent[name] ?? ''));
  }

  /**
   * Tells beside Send that something has arrived, and resolves to whether the text in the form is another one. A draft of
   * the same text isn't needed any more.
   */
  async function tellArrival(item: SentRecord, sent = item.copy?.payload): Promise<boolean> {
    const isChanged = isOther(sent);
    const { first, then } = tellSent(item, t, { isChanged });
    setText(isChanged ? `${first} ${then}` : first);
    if (!isChanged) await submitting.drafts.discard();
    return isChanged;
  }

  function createEarlierNote(item: SentRecord): HTMLElement {
    const { copy } = item;
    const correct = copy && (() => draft.correct(copy.payload));
    const telling = tellSent(item, t, { isChanged: false });
    return createSubmissionNote(telling, t, { correct }, copy && sendable(copy.text, undefined));
  }

  /** Applications that the page has shown as sent. */
  let shownAsSent: ReadonlySet<string> | undefined;
  let refreshes = 0;
  let isSending = false;
  /** Refreshes the notes: the state of earlier submissions, made here or elsewhere. */
  async function refresh(): Promise<void> {
    const turn = ++refreshes;
    const pending = await submitting.pending();
    attachment?.setWaiting(pending.find(({ mine }) => mine)?.entry);
    if (turn !== refreshes || submitting.busy()) return;
    const earlier = await submitting.earlier();
    if (turn !== refreshes) return;
    const [item] = earlier;
    tellings.show(pending, item && createEarlierNote(item));
    const arrived = shownAsSent && earlier.find((item) => !shownAsSent?.has(arrivalKey(item)));
    shownAsSent = new Set(earlier.map(arrivalKey));
    if (arrived) {
      showAlert(undefined);
      await tellArrival(arrived);
    }
    clearTimeout(timer);
    if (pending.some((one) => one.isSending)) timer = setTimeout(() => void refresh(), lookAgainMs);
    // Every page sends waiting entries, this one too.
    if (pending.length > 0 && !isSending) keepSending();
    isSending ||= pending.length > 0;
  }

  /** The entry that this page has tried last, and told of in an alert. */
  let lastTold: string | undefined;

  /** Sends a waiting application now, because the visitor asked, and shows the result: as of Send, if this page tried it last. */
  async function retry(entry: OutboxEntry): Promise<void> {
    setText(t('form.sending'));
    const outcome = await submitting.retry(entry);
    if (outcome?.kind !== 'sent') {
      setText();
      await tellOutcome(entry.id, outcome, entry.payload);
    } else if (entry.id === lastTold) {
      const item = (await submitting.earlier()).find(({ id }) => id === numberOf(entry.id));
      if (item) await showResult({ kind: 'sent', item }, entry.payload);
    }
    await refresh();
  }

  function checkClosed(): boolean {
    const isOpen = !hasEnded && isOpenAt({ status: 'open', closesAt }, Date.now());
    if (!isOpen && !tooLate) {
      tellings.showSending(false, true);
      const text = textOf(draft.answers());
      const notice = createNotice(t, t('form.closed.title'), t('form.closed'), sendable(text, props.contact));
      showAlert(notice, false);
    }
    tooLate = !isOpen;
    return tooLate;
  }

  /** Tells of an entry that didn't arrive: in an alert, and beside the fields that the form service didn't accept. */
  async function tellOutcome(
    id: string,
    outcome: SubmissionOutcome | undefined,
    answers: Answers,
  ): Promise<void> {
    const one = (await submitting.pending()).find(({ entry }) => entry.id === id);
    if (!one) return;
    lastTold = id;
    tellings.tellInAlert(one);
    if (outcome?.kind !== 'invalid') return;
    const told = describeProblems(outcome.problems, answers, fields, t);
    if (told.length > 0) showAllProblems(told);
  }

  /** Shows the result of pressing Send. */
  async function showResult(submitted: SubmitResult, answers: Answers): Promise<void> {
    switch (submitted.kind) {
      case 'busy':
        return;
      case 'sent':
        if (!(await tellArrival(submitted.item, answers))) {
          if (await canOpen(props.thanksPath)) {
            location.assign(props.thanksPath + (rememberJustSent(submitted.item) ? '' : sentMark));
            return;
          }
          form.reset();
        }
        tellings.showSending(false, tooLate);
        break;
      case 'closed':
        hasEnded = true;
        checkClosed();
        break;
      case 'waiting':
        await tellOutcome(submitted.id, submitted.outcome, answers);
        break;
      case 'earlier':
        showAlert(createNotice(t, t('form.earlier.title'), t('form.earlier.now')), false);
        break;
      case 'pending':
        showAlert(createNotice(t, t('form.pending.title'), t('form.pending.first')), false);
        break;
    }
    await refresh();
  }

  function showAllProblems(problems: readonly FieldProblem[]): void {
    showAlert(createProblemSummary(t('form.error.title'), problems));
    showProblems(form, problems, t);
  }

  async function submit(): Promise<void> {
    // A waiting application may have a file, which is sent again.
    await firstRefresh;
    if (submitting.busy()) return;
    if (checkClosed()) {
      tellings.focusAlert();
      return;
    }
    const data = new FormData(form);
    const trap = form.querySelector<HTMLInputElement>('[name=_gotcha]');
    if (trap && trap.value !== '') {
      trap.value = '';
      showAlert(createNotice(t, t('form.trapped.title'), t('form.trapped')));
      return;
    }
    const given = Object.fromEntries(
      [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const { answers, problems } = checkAnswers(fields, { ...given, ...attachment?.answers() });
    showProblems(form, [], t);
    const wrong = describeProblems(problems, answers, fields, t);
    const told = attachment?.addProblems(wrong) ?? wrong;
    if (told.length > 0) {
      showAllProblems(told);
      return;
    }
    const spent = performance.now() - (startedAt ?? 0);
    const message: FormMessage = {
      answers: draft.answers(),
      notBefore: Math.max(0, minWritingMs - spent),
      file: attachment?.file(),
      headers: clientHeaders(),
      text: (id) => textOf(answers, id),
      payload: (id, followsUp) => {
        const from = t('form.subject.from', { subject: props.subject, name: answers['name'] ?? '' });
        const subject = followsUp ? t('form.subject.followUp', { subject: from }) : from;
        return buildPayload(data, answers, { id, followsUp, seconds: Math.round(spent / 1000), subject });
      },
    };
    draft.stopSaving();
    showAlert(undefined);
    tellings.showSending(true, tooLate);
    setText(t('form.sending'));
    const submitted = await submitting.submit(message);
    if (submitted.kind !== 'sent') {
      tellings.showSending(false, tooLate);
      setText();
    }
    await showResult(submitted, answers);
  }

  disableNativeValidation(form);
  showProblems(form, [], t);
  clearCorrected(form, fields, t, () => showAlert(undefined));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => (startedAt ??= performance.now()));
  addEventListener('pageshow', ({ persisted }) => persisted && void refresh());
  // An application that only this page holds is lost when the page closes.
  addEventListener('beforeunload', (event) => {
    if (submitting.isAtRisk() || draft.isUnsaved()) event.preventDefault();
  });
  onOutboxChange(() => void refresh());
  watchClosings(() => (checkClosed() ? undefined : closesAt));

  const firstRefresh = draft.ready.then((isBack) => {
    if (isBack) startedAt ??= performance.now() - minWritingMs;
    return refresh();
  });
}
