/** The form come to life: it checks, keeps and sends what is written, and always says how that stands. */
import { watchClosings } from '@/components/closing-watch.client';
import type { AppliedItem } from '@/device/applied';
import { applicationsTo } from '@/device/applied.client';
import { noteJustSent } from '@/device/just-sent.client';
import type { OutboxEntry } from '@/device/storage/outbox';
import { nextAttempt } from '../outbox/retries';
import { onChange } from '@/device/storage/storage.client';
import { interpolate } from '@/i18n/interpolate';
import { isOpenAt, waitFor } from '@/model/closing-check';
import type { Attachment } from './attachment-port';
import { browserPost, onOutboxChange } from '../outbox/browser-post.client';
import { element } from './element.client';
import { letterOf, payloadOf, tell, type Told } from './form-answers';
import { takeOver } from './form-controls.client';
import type { LiveProps } from './form-props';
import { formVoice } from './form-voice.client';
import { earlierNote, pendingNote, timeIn } from './kept-notes.client';
import { liveDraft } from './live-draft.client';
import { failureNotice, holdNotice, type OtherWays } from './notices.client';
import { problemSummary, showProblems } from './problems.client';
import { checkAnswers } from './rules';
import { newSubmissionId, readableNumber } from '@/device/storage/submission-id';
import { openSubmitting, type Message, type Submitted } from '../outbox/submitting';

/** How long (ms) it takes at least from the first word to Send: programs are quicker, and gone by then. */
const shortestWriting = 3000;

/** Lets the form in the page do all that it can. */
export function bringToLife(form: HTMLFormElement, props: LiveProps, attachment?: Attachment): void {
  const { kind, words, locale, closesAt, endpoint, formId, log, replyDays, fields } = props;
  const voice = formVoice(form, words);
  const { say, warn } = voice;
  const notes = element('div', { class: 'apply-notes' });
  let begun: number | undefined;
  let tooLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  /** Messages have no log: what was sent from this page. */
  const sentHere: AppliedItem[] = [];
  const draft = liveDraft({
    form,
    fields,
    words,
    locale,
    voice,
    open: (isShared, draftChanged) =>
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
          ...browserPost,
          isShared,
          note: (sent, at, of) => {
            if (of && of === kind && sent.opportunity === log.opportunity)
              sentHere.push({ ...sent, appliedAt: at, followUps: [] });
            return browserPost.note(sent, at, of);
          },
          newId: newSubmissionId,
          patienceMs: 500,
          log: () => (kind ? sentHere : applicationsTo(log.opportunity)),
          draftChanged,
        },
      ),
  });
  function otherWays(
    answers: Readonly<Record<string, string>>,
    id: string,
    canGoWithout: boolean,
  ): OtherWays {
    const facts = [
      interpolate(words.page, { url: props.page }),
      ...(id ? [interpolate(words.number, { id: readableNumber(id) })] : []),
    ];
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
    const earlier = submitting.earlier();
    const now = Date.now();
    const wording = { words, locale };
    const hasAlert = voice.warning() !== undefined;
    const hadFocus = notes.contains(document.activeElement);
    notes.replaceChildren(
      ...earlier.slice(0, 1).map((item) => earlierNote(item, wording)),
      ...pending
        .filter(({ mine }) => !(mine && hasAlert))
        .map((one) =>
          pendingNote(
            one,
            wording,
            now,
            otherWays(one.entry.payload, one.entry.id, one.mine && one.entry.attempts > 0),
            {
              retry: () => retry(one.entry),
              withdraw: () => submitting.withdraw(one.entry),
            },
          ),
        ),
    );
    if (!notes.isConnected && notes.childElementCount > 0) form.querySelector('fieldset')?.before(notes);
    if (hadFocus) (notes.querySelector('button') ?? voice.send)?.focus();
    const arrived = seen && earlier.find(({ id }) => !seen?.has(id));
    seen = new Set(earlier.map(({ id }) => id));
    if (arrived) {
      warn(undefined);
      // The text in the form differs from the text that was sent.
      const text = submitting.drafts.draft() ? words.arrivedOther : words.arrived;
      say(interpolate(text, { time: timeIn(locale, arrived.appliedAt), id: readableNumber(arrived.id) }));
    }
    clearTimeout(timer);
    const times = pending.flatMap(({ entry }) => nextAttempt(entry, now) ?? []);
    clearTimeout(watch);
    // A tab that is closed in the middle of an attempt tells nobody.
    if (pending.some(({ sending }) => sending)) watch = setTimeout(() => void look(), 1000);
    if (times.length > 0)
      timer = setTimeout(
        () => void draft.submitting.flush(),
        Math.max(1000, waitFor(Math.min(...times), now)),
      );
  }

  /** Sends a waiting application now, because the visitor asked, and shows the result. */
  async function retry(entry: OutboxEntry): Promise<void> {
    say(words.sending);
    const delivered = await draft.submitting.retry(entry);
    if (delivered.kind !== 'sent') say();
    if (delivered.kind === 'refused' || delivered.kind === 'unconfirmed') {
      const one = (await draft.submitting.pending()).find((pending) => pending.entry.id === entry.id);
      const other = otherWays(entry.payload, entry.id, one?.mine ?? false);
      warn(failureNotice(delivered, one?.kept ?? false, other));
    }
    await look();
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

  /** What became of a press on Send, told. */
  async function tellOutcome(
    submitted: Submitted,
    answers: Readonly<Record<string, string>>,
    id: string,
  ): Promise<void> {
    const own = (await draft.submitting.pending()).find(({ mine }) => mine);
    const kept = own?.kept ?? false;
    const other = otherWays(answers, id, submitted.kind !== 'waiting');
    switch (submitted.kind) {
      case 'busy':
        return;
      case 'sent':
        draft.sent(answers);
        noteJustSent(submitted.item);
        say(words.sent, ' ', element('a', { href: props.thanksPath }, words.sentLink));
        location.assign(props.thanksPath);
        return;
      case 'closed':
        document.documentElement.dataset['ended'] = '';
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
  onChange(() => void look());
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
