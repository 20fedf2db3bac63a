/** The form come to life: it checks, keeps and sends what is written, and always says how that stands. */
import { watchClosings } from '@/components/closing-watch.client';
import { applicationsTo } from '@/device/applied.client';
import { noteJustSent } from '@/device/just-sent.client';
import { nextAttempt } from '@/device/retries';
import { isShared, setShared } from '@/device/shared.client';
import { onChange } from '@/device/storage.client';
import { interpolate } from '@/i18n/interpolate';
import { isOpenAt, waitFor } from '@/model/closing-check';
import { browserPost, onOutboxChange } from './browser-post.client';
import { draftNote } from './draft-note.client';
import { button, element } from './element.client';
import { letterOf, payloadOf, tell, type Told } from './form-answers';
import { agreesWith, answersIn, putAnswers, takeOver } from './form-controls.client';
import type { ApplicationFormProps } from './form-props';
import { earlierNote, pendingNote, timeIn } from './kept-notes.client';
import { failureNotice, holdNotice, type OtherWays } from './notices.client';
import { problemSummary, showProblems } from './problems.client';
import { checkAnswers } from './rules';
import { newSubmissionId } from '@/device/submission-id';
import { openSubmitting, type Message, type Submitted, type Submitting } from './submitting';

/** How long (ms) nobody types before the draft is kept. */
const draftPause = 400;

/** How long (ms) it takes at least from the first word to Send: programs are quicker, and gone by then. */
const shortestWriting = 3000;

/** Lets the form in the page do all that it can. */
export function bringToLife(form: HTMLFormElement, props: ApplicationFormProps): void {
  const { words, locale, closesAt, endpoint, formId, log, replyDays } = props;
  const fields = props.sections.flatMap((section) => section.fields);
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const status = form.querySelector<HTMLElement>('.apply-status');
  const notes = element('div', { class: 'apply-notes' });
  let alert: HTMLElement | undefined;
  let begun: number | undefined;
  let tooLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  let shared = isShared();

  const open = (): Submitting =>
    openSubmitting(
      { form: `apply.${log.opportunity}`, endpoint, formId, closesAt, about: log, replyDays },
      {
        ...browserPost,
        records: shared ? undefined : browserPost.records,
        ...(shared ? { note: () => false } : {}),
        newId: newSubmissionId,
        patienceMs: 500,
        log: () => applicationsTo(log.opportunity),
        draftChanged: () => {
          if (submitting.drafts.draft() && !draft.note.isConnected) status?.after(draft.note);
          draft.show(submitting.drafts, shared);
        },
      },
    );
  const draft = draftNote({
    words,
    locale,
    isShared: shared,
    onShared: (next) => void share(next),
    onDelete: () => void deleteDraft(),
  });
  let submitting = open();
  const say = (...text: (Node | string)[]) => status?.replaceChildren(...text);

  const otherWays = (answers: Readonly<Record<string, string>>, id: string): OtherWays => ({
    letter: letterOf(fields, answers, [
      interpolate(words.page, { url: props.page }),
      ...(id ? [interpolate(words.number, { id })] : []),
    ]),
    subject: props.subject,
    contactEmail: props.contactEmail,
    fileName: `${log.opportunity}.txt`,
    words,
  });

  /** Puts what is to be read first at the top, and the focus on it; nothing takes it away. */
  function warn(next: HTMLElement | undefined, isError = true): void {
    if (alert?.contains(document.activeElement)) send?.focus();
    alert?.remove();
    alert = next;
    const { errorPrefix } = words;
    const title = document.title.startsWith(errorPrefix)
      ? document.title.slice(errorPrefix.length)
      : document.title;
    document.title = next && isError ? errorPrefix + title : title;
    if (!next) return;
    form.prepend(next);
    next.focus();
  }

  function showSending(sending: boolean): void {
    if (send) {
      send.textContent = sending ? words.sending : words.send;
      if (sending || tooLate) send.setAttribute('aria-disabled', 'true');
      else send.removeAttribute('aria-disabled');
    }
  }

  /** Said once, above everything, where a draft was brought back. */
  let back: HTMLElement | undefined;
  /** Applications that the page has shown as sent. */
  let seen: ReadonlySet<string> | undefined;
  let looking = 0;
  /** Shows what has come of earlier presses on Send, here or elsewhere. */
  async function look(): Promise<void> {
    const turn = ++looking;
    const pending = await submitting.pending();
    if (turn !== looking || submitting.busy()) return;
    const earlier = submitting.earlier();
    const now = Date.now();
    const wording = { words, locale };
    const hasAlert = alert?.isConnected ?? false;
    notes.replaceChildren(
      ...earlier.slice(0, 1).map((item) => earlierNote(item, wording)),
      ...pending
        .filter(({ mine }) => !(mine && hasAlert))
        .map((one) =>
          pendingNote(one, wording, now, otherWays(one.entry.payload, one.entry.id), {
            retry: () => submitting.retry(one.entry),
            takeBack: () => submitting.takeBack(one.entry),
          }),
        ),
    );
    if (!notes.isConnected && notes.childElementCount > 0) form.querySelector('fieldset')?.before(notes);
    const arrived = seen && earlier.find(({ id }) => !seen?.has(id));
    seen = new Set(earlier.map(({ id }) => id));
    if (arrived) {
      warn(undefined);
      say(interpolate(words.arrived, { time: timeIn(locale, arrived.appliedAt), id: arrived.id }));
    }
    clearTimeout(timer);
    const times = pending.flatMap(({ entry }) => nextAttempt(entry, now) ?? []);
    clearTimeout(watch);
    // A tab that is closed in the middle of an attempt tells nobody.
    if (pending.some(({ sending }) => sending)) watch = setTimeout(() => void look(), 1000);
    if (times.length > 0)
      timer = setTimeout(() => void submitting.flush(), Math.max(1000, waitFor(Math.min(...times), now)));
  }

  function keepDraft(): void {
    clearTimeout(draftTimer);
    draftTimer = undefined;
    void ready.then(() => submitting.drafts.keep(answersIn(form, fields)));
  }

  async function deleteDraft(): Promise<void> {
    const gone = answersIn(form, fields);
    clearTimeout(draftTimer);
    back?.remove();
    form.reset();
    await submitting.drafts.discard();
    const undo = button(words.draft.undo, () => {
      putAnswers(form, fields, gone);
      keepDraft();
      say();
      send?.focus();
    });
    say(words.draft.deleted, ' ', undo);
    undo.focus();
  }

  async function share(next: boolean): Promise<void> {
    clearTimeout(draftTimer);
    if (next) await submitting.drafts.discard();
    shared = next;
    setShared(next);
    submitting = open();
    keepDraft();
    await look();
  }

  function closed(): boolean {
    const isOpen = isOpenAt({ status: 'open', closesAt }, Date.now());
    if (!isOpen && !tooLate) {
      tooLate = true;
      showSending(false);
      warn(holdNotice(words.closedTitle, words.closed, otherWays(answersIn(form, fields), '')), false);
    }
    tooLate = !isOpen;
    return tooLate;
  }

  /** What became of a press on Send, told. */
  async function tellOutcome(
    submitted: Submitted,
    answers: Readonly<Record<string, string>>,
    id: string,
  ): Promise<void> {
    const own = (await submitting.pending()).find(({ mine }) => mine);
    const kept = own?.kept ?? false;
    const other = otherWays(answers, id);
    switch (submitted.kind) {
      case 'busy':
        return;
      case 'sent':
        noteJustSent(submitted.item);
        say(words.sent, ' ', element('a', { href: props.thanksPath }, words.sentLink));
        location.assign(props.thanksPath);
        return;
      case 'closed':
        closed();
        break;
      case 'invalid': {
        const told = tell(submitted.problems, answers, { fields, words, locale });
        if (told.length > 0) showWrong(told);
        else warn(failureNotice({ kind: 'refused', reason: 'other' }, kept, other));
        break;
      }
      case 'refused':
      case 'unconfirmed':
        warn(failureNotice(submitted, kept, other));
        break;
      case 'waiting':
        warn(holdNotice(words.offlineTitle, kept ? words.offline : words.offlineUnkept, other), false);
        break;
      case 'earlier':
        warn(holdNotice(words.earlierTitle, words.earlierNow), false);
        break;
      case 'pending':
        warn(holdNotice(words.pendingTitle, words.pendingFirst), false);
        break;
    }
    await look();
  }

  function showWrong(problems: readonly Told[]): void {
    warn(problemSummary(words.errorTitle, problems));
    showProblems(form, problems, words);
  }

  async function submit(): Promise<void> {
    await ready;
    if (submitting.busy()) return;
    if (closed()) {
      alert?.focus();
      return;
    }
    const data = new FormData(form);
    const trap = form.querySelector<HTMLInputElement>('[name=_gotcha]');
    if (trap && trap.value !== '') {
      trap.value = '';
      warn(holdNotice(words.trappedTitle, words.trapped));
      return;
    }
    const given = Object.fromEntries(
      [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const { answers, problems } = checkAnswers(fields, given);
    showProblems(form, [], words);
    if (problems.length > 0) {
      showWrong(tell(problems, answers, { fields, words, locale }));
      return;
    }
    const spent = performance.now() - (begun ?? 0);
    let number = '';
    const message: Message = {
      answers: answersIn(form, fields),
      notBefore: Math.max(0, shortestWriting - spent),
      payload: (id, followsUp) => {
        number = id;
        const from = interpolate(words.subjectFrom, { subject: props.subject, name: answers['name'] ?? '' });
        const subject = followsUp ? interpolate(words.subjectFollowUp, { subject: from }) : from;
        return payloadOf(data, answers, { id, followsUp, seconds: Math.round(spent / 1000), subject });
      },
    };
    clearTimeout(draftTimer);
    warn(undefined);
    showSending(true);
    say(words.sending);
    const submitted = await submitting.submit(message);
    if (submitted.kind !== 'sent') {
      showSending(false);
      say();
    }
    await tellOutcome(submitted, answers, number);
  }

  takeOver(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', ({ target }) => {
    begun ??= performance.now();
    if (target instanceof Element && target.matches('[readonly], #apply-shared, [name=_gotcha]')) return;
    draft.outdated();
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keepDraft, draftPause);
  });
  // What hasn't been kept yet is, before the page may go.
  document.addEventListener('visibilitychange', () => draftTimer !== undefined && keepDraft());
  addEventListener('pagehide', () => draftTimer !== undefined && keepDraft());
  addEventListener('online', () => void submitting.flush(true));
  addEventListener('pageshow', ({ persisted }) => persisted && void look());
  onOutboxChange(() => void look());
  onChange(() => void look());
  watchClosings(() => (closed() ? undefined : closesAt));

  const ready = submitting
    .restore((answers) => agreesWith(form, answers))
    .then((answers) => {
      const found = submitting.drafts.draft();
      if (!answers || !found || shared) return;
      putAnswers(form, fields, answers);
      begun ??= performance.now() - shortestWriting;
      const text = interpolate(words.draft.back, { time: timeIn(locale, found.savedAt) });
      const line = element('p', {}, text);
      back = element('div', { class: 'apply-note' }, line, button(words.draft.delete, deleteDraft));
      form.querySelector('fieldset')?.before(back);
    });
  void ready.then(look).then(() => submitting.flush());
}
