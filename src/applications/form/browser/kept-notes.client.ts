/** The notes above the form: earlier applications to this opportunity, and unsent ones. */
import type { AppliedItem, SentCopy } from '@/device/applied/applied';
import { readableNumber } from '@/device/storage/application/submission-id';
import { dayAndTime } from '@/i18n/reader-time';
import { interpolate } from '@/i18n/interpolate';
import { button, element } from './element.client';
import type { FormWords } from '../form-props';
import { ways, type OtherWays } from './notices.client';
import { statusOf, type PendingStatus } from '@/applications/outbox/states';
import type { Pending } from '@/applications/outbox/submitting';

interface Wording {
  readonly words: FormWords;
  readonly locale: string;
}

/** `'25 Nov 2026, 14:03'` of an ISO instant. */
export const timeIn = (locale: string, instant: string) => dayAndTime(locale, Date.parse(instant));

const isTried: readonly PendingStatus[] = ['waiting', 'unconfirmed', 'limit'];

/** The note of one that hasn't arrived, with what can be done about it. */
export function pendingNote(
  pending: Pending,
  { words, locale }: Wording,
  now: number,
  other: OtherWays,
  can: { readonly retry: () => unknown; readonly withdraw: () => unknown },
): HTMLElement {
  const status = statusOf(pending.entry, { ...pending, now });
  const time = timeIn(locale, pending.entry.pressedAt ?? pending.entry.createdAt);
  const said = interpolate(words.pending[status], { time });
  const text = element('p', {}, isTried.includes(status) ? `${said} ${words.pendingLoss}` : said);
  if (status === 'sending') return element('div', { class: 'apply-note' }, text);
  const first = pending.entry.reason === 'closed' ? [] : [button(words.pendingNow, can.retry)];
  const last = button(words.pendingDelete, can.withdraw);
  return element('div', { class: 'apply-note' }, text, ways(other, ...first, last));
}

/** The copy that was sent, folded away, and a button that fills the form with it. */
function copyOf(
  { text, payload }: SentCopy,
  words: FormWords,
  correct: (payload: SentCopy['payload']) => void,
) {
  return [
    element(
      'details',
      {},
      element('summary', {}, words.earlierText),
      element('p', { class: 'apply-copy' }, text),
    ),
    element(
      'p',
      { class: 'apply-ways' },
      button(words.earlierCorrect, () => correct(payload)),
    ),
  ];
}

/** The note of an earlier application. */
export function earlierNote(
  { id, appliedAt, withdrawnAt, copy }: AppliedItem,
  { words, locale }: Wording,
  correct: (payload: SentCopy['payload']) => void,
): HTMLElement {
  const time = timeIn(locale, appliedAt);
  const withdrawn = withdrawnAt !== undefined;
  return element(
    'div',
    { class: 'apply-note' },
    element('p', {}, element('strong', {}, interpolate(words.earlier, { time, id: readableNumber(id) }))),
    element(
      'p',
      {},
      withdrawn
        ? interpolate(words.earlierWithdrawn, { time: timeIn(locale, withdrawnAt) })
        : words.earlierAgain,
    ),
    ...(copy ? copyOf(copy, words, correct) : []),
  );
}
