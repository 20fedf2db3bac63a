/** The form come to life: it checks, keeps and sends what is written, and always says how that stands. */
import { watchClosings } from '@/components/closing/closing-watch.client';
import { noteJustSent } from '@/device/applied/just-sent.client';
import type { OutboxEntry, SentRecord } from '@/device/storage/application/outbox';
import { nextAttempt } from '@/applications/outbox/retries';
import { onOutboxChange } from '@/device/storage/application/outbox-changes.client';
import { interpolate } from '@/i18n/interpolate';
import { isOpenAt, waitFor } from '@/model/time/closing-check';
import type { Attachment } from '../attachment/attachment-port';
import { browserDependencies } from '@/applications/outbox/browser-dependencies.client';
import { element } from './element.client';
import { letterOf, payloadOf, tell, type FieldProblem } from '../form-answers';
import { takeOver } from './form-controls.client';
import type { LiveProps } from '../form-props';
import { formVoice } from './form-voice.client';
import { earlierNote, pendingNote, timeIn } from './kept-notes.client';
import { liveDraft } from './live-draft.client';
import { failureNotice, holdNotice, type OtherWays } from './notices.client';
import { problemSummary, showProblems } from './problems.client';
import { checkAnswers } from '../rules';
import { newSubmissionId, readableNumber } from '@/device/storage/application/submission-id';
import { markTold } from '@/applications/outbox/submit-entry';
import { openSubmitting, type Message, type Submitted } from '@/applications/outbox/submitting';

/** How long (ms) it takes at least from the first word to Send: programs are quicker, and gone by then. */
const shortestWriting = 3000;

/** At least so long (ms) passes before the form looks, or tries, again. */
const shortestPause = 1000;

/** How long (ms) the next page is waited for before it counts as out of reach. */
const nextPageMs = 4000;

/** True where a page can be had, from the network or the device: else the connection was lost after the answer. */
async function canOpen(path: string): Promise<boolean> {
  try {
    return (await fetch(path, { signal: AbortSignal.timeout(nextPageMs) })).ok;
  } catch {
    return false;
  }
}

/** The number of an application, which its correction has too. */
const numberOf = ({ id, corrects }: OutboxEntry) => corrects ?? id;

/** Different after each time that it has arrived. */
const arrivalOf = ({ id, correctedAt = '' }: SentRecord) => `${id} ${correctedAt}`;

/** Lets the form in the page do all that it can. `isShared`: whether others use this device too. */
export function enhanceForm(
  form: HTMLFormElement,
  props: LiveProps,
  isShared: boolean,
  attachment?: Attachment,
): void {
  const { kind, words, locale, closesAt, endpoint, formId, log, replyDays, fields } = props;
  const voice = formVoice(form, words);
  const { say, warn } = voice;
  // It can have the focus where nothing in it can.
  const notes = element('div', { class: 'apply-notes', tabindex: '-1' });
  let shownNotes = '';
  let begun: number | undefined;
  let tooLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draft = liveDraft({
    form,
    fields,
    words,
    locale,
    voice,
    isShared,
    open: (draftChanged) =>
      openSubmitting(
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
  const factsOf = (id: string) => [
    interpolate(words.page, { url: props.page }),
    ...(id ? [interpolate(words.number, { id: readableNumber(id) })] : []),
  ];

  function otherWays(
    answers: Readonly<Record<string, string>>,
    id: string,
    canGoWithout: boolean,
  ): OtherWays {
    const facts = factsOf(id);
    const plain = {
      letter: letterOf(fields, answers, facts),
      shortLetter: [words.letterElsewhere, '', ...facts].join('\n'),
      subject: props.subject,
      contactEmail: props.contactEmail,
      fileName: `${log.opportunity}.txt`,
      words,
    };
    return attachment?.otherWays(plain, answers, canGoWithout) ?? plain;
  }

  /** Shows notes above the form. The focus stays among them, and what is unfolded in them stays so while nothing changes. */
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
  let seen: ReadonlySet<string> | undefined;
  let looking = 0;
  /** Shows what has come of earlier presses on Send, here or elsewhere. */
  async function look(): Promise<void> {
    const turn = ++looking;
    const submitting = draft.submitting;
    const pending = await submitting.pending();
    attachment?.waits(pending.find(({ mine }) => mine)?.entry);
    if (turn !== looking || submitting.busy()) return;
    const earlier = await submitting.earlier();
    if (turn !== looking) return;
    const now = Date.now();
    const wording = { words, locale };
    const own = pending.find(({ mine }) => mine)?.entry;
    // Refused for good while it was tried automatically: what the alert says of the first attempt is over.
    if (own?.isNews) {
      warn(undefined);
      await markTold(browserDependencies, own.id);
      if (turn !== looking) return;
    }
    const hasAlert = voice.warning() !== undefined;
    showNotes([
      ...earlier.slice(0, 1).map((item) => earlierNote(item, wording, draft.correct)),
      ...pending
        .filter(({ mine }) => !(mine && hasAlert))
        .map((one) =>
          pendingNote(
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
    const arrived = seen && earlier.find((item) => !seen?.has(arrivalOf(item)));
    seen = new Set(earlier.map(arrivalOf));
    if (arrived) {
      warn(undefined);
      // The text in the form differs from the text that was sent.
      const text = submitting.drafts.draft() ? words.arrivedOther : words.arrived;
      say(
        interpolate(text, {
          time: timeIn(locale, arrived.correctedAt ?? arrived.appliedAt),
          id: readableNumber(arrived.id),
        }),
      );
    }
    clearTimeout(timer);
    const times = pending.flatMap(({ entry }) => nextAttempt(entry, now) ?? []);
    // A tab that is closed in the middle of an attempt tells nobody.
    if (pending.some(({ isSending }) => isSending)) timer = setTimeout(() => void look(), shortestPause);
    else if (times.length > 0)
      timer = setTimeout(
        () => void submitting.flush(),
        Math.max(shortestPause, waitFor(Math.min(...times), now)),
      );
  }

  /** Sends a waiting application now, because the visitor asked, and shows the result. */
  async function retry(entry: OutboxEntry): Promise<void> {
    say(words.sending);
    const submission = await draft.submitting.retry(entry);
    if (submission.kind !== 'sent') say();
    if (submission.kind === 'refused' || submission.kind === 'unconfirmed')
      await tellOutcome(submission, entry.payload, numberOf(entry));
    else await look();
  }

  function closed(): boolean {
    const isOpen =
      document.documentElement.dataset['ended'] === undefined &&
      isOpenAt({ status: 'open', closesAt }, Date.now());
    if (!isOpen && !tooLate) {
      tooLate = true;
      voice.showSending(false, true);
      warn(holdNotice(words.closedTitle, words.closed, otherWays(draft.answers(), '', false)), false);
    }
    tooLate = !isOpen;
    return tooLate;
  }

  /** Tells what became of what was sent under a number. */
  async function tellOutcome(
    submitted: Submitted,
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
        noteJustSent(submitted.item);
        say(words.sent, ' ', element('a', { href: props.thanksPath }, words.sentLink));
        if (await canOpen(props.thanksPath)) {
          location.assign(props.thanksPath);
          return;
        }
        form.reset();
        voice.showSending(false, tooLate);
        break;
      case 'closed':
        document.documentElement.dataset['ended'] = '';
        closed();
        break;
      case 'invalid': {
        const told = tell(submitted.problems, answers, { fields, words, locale });
        if (told.length > 0) showWrong(told);
        else warn(failureNotice({ kind: 'refused', reason: 'other' }, own, other));
        break;
      }
      case 'refused':
      case 'unconfirmed':
        warn(failureNotice(submitted, own, other));
        break;
      case 'waiting':
        warn(
          holdNotice(words.offlineTitle, own?.isStored ? words.offline : words.offlineUnkept, other),
          false,
        );
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

  function showWrong(problems: readonly FieldProblem[]): void {
    warn(problemSummary(words.errorTitle, problems));
    showProblems(form, problems, words);
  }

  async function submit(): Promise<void> {
    // What waits may have a file, which goes again.
    await looked;
    const submitting = draft.submitting;
    if (submitting.busy()) return;
    if (closed()) {
      voice.warning()?.focus();
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
    const { answers, problems } = checkAnswers(fields, { ...given, ...attachment?.answers() });
    showProblems(form, [], words);
    const wrong = tell(problems, answers, { fields, words, locale });
    const told = attachment?.told(wrong) ?? wrong;
    if (told.length > 0) {
      showWrong(told);
      return;
    }
    const spent = performance.now() - (begun ?? 0);
    let number = '';
    const message: Message = {
      answers: draft.answers(),
      notBefore: Math.max(0, shortestWriting - spent),
      file: attachment?.file(),
      text: (id) => letterOf(fields, answers, factsOf(id)),
      payload: (id, followsUp) => {
        number = id;
        const from = interpolate(words.subjectFrom, { subject: props.subject, name: answers['name'] ?? '' });
        const subject = followsUp ? interpolate(words.subjectFollowUp, { subject: from }) : from;
        return payloadOf(data, answers, { id, followsUp, seconds: Math.round(spent / 1000), subject });
      },
    };
    draft.handOver();
    warn(undefined);
    voice.showSending(true, tooLate);
    say(words.sending);
    const submitted = await submitting.submit(message);
    if (submitted.kind !== 'sent') {
      voice.showSending(false, tooLate);
      say();
    }
    await tellOutcome(submitted, answers, number);
  }

  takeOver(form);
  showProblems(form, [], words);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => (begun ??= performance.now()));
  addEventListener('online', () => void draft.submitting.flush(true));
  addEventListener('pageshow', ({ persisted }) => persisted && void look());
  // An application that only this page holds is lost when the page closes.
  addEventListener('beforeunload', (event) => {
    if (draft.submitting.isAtRisk() || draft.submitting.drafts.state() === 'unkept') event.preventDefault();
  });
  onOutboxChange(() => void look());
  watchClosings(() => (closed() ? undefined : closesAt));
  // The site's own page has no form any more (`near-form.client.ts`).
  addEventListener('ended', (event) => {
    if (closed() && Object.keys(draft.answers()).length > 0) event.preventDefault();
  });

  const looked = draft.ready.then((isBack) => {
    if (isBack) begun ??= performance.now() - shortestWriting;
    return look();
  });
  void looked.then(() => draft.submitting.flush());
}
