/** The notes above the form: earlier applications to this opportunity, and unsent ones. */
import type { AppliedItem } from '@/device/applied';
import { readableNumber } from '@/device/storage/submission-id';
import { dayAndTime } from '@/i18n/reader-time';
import { interpolate } from '@/i18n/interpolate';
import { isGivenUp } from '../outbox/retries';
import { button, element } from './element.client';
import type { FormWords, PendingWord } from './form-props';
import { ways, type OtherWays } from './notices.client';
import type { Pending } from '../outbox/submitting';

interface Wording {
  readonly words: FormWords;
  readonly locale: string;
}

/** `'25 Nov 2026, 14:03'` of an ISO instant. */
export const timeIn = (locale: string, instant: string) => dayAndTime(locale, Date.parse(instant));

/** How one that hasn't arrived stands, in a word. */
export function pendingWord({ entry, sending, kept }: Pending, now: number): PendingWord {
  const { state, reason } = entry;
  if (sending) return 'sending';
  if (state === 'refused' && reason === 'closed') return 'late';
  if (state === 'refused' && reason !== 'limit') return 'refused';
  if (!kept) return 'unkept';
  if (isGivenUp(entry, now)) return 'ended';
  return state === 'waiting' ? 'waiting' : 'unconfirmed';
}

const isTried: readonly PendingWord[] = ['waiting', 'unconfirmed'];

/** The note of one that hasn't arrived, with what can be done about it. */
export function pendingNote(
  pending: Pending,
  { words, locale }: Wording,
  now: number,
  other: OtherWays,
  can: { readonly retry: () => unknown; readonly withdraw: () => unknown },
): HTMLElement {
  const word = pendingWord(pending, now);
  const time = timeIn(locale, pending.entry.pressedAt ?? pending.entry.createdAt);
  const said = interpolate(words.pending[word], { time });
  const text = element('p', {}, isTried.includes(word) ? `${said} ${words.pendingLoss}` : said);
  if (word === 'sending') return element('div', { class: 'apply-note' }, text);
  const first = word === 'late' ? [] : [button(words.pendingNow, can.retry)];
  const last = button(words.pendingDelete, can.withdraw);
  return element('div', { class: 'apply-note' }, text, ways(other, ...first, last));
}

/** The note of an earlier application. */
export function earlierNote({ id, appliedAt }: AppliedItem, { words, locale }: Wording): HTMLElement {
  const time = timeIn(locale, appliedAt);
  return element(
    'div',
    { class: 'apply-note' },
    element('p', {}, element('strong', {}, interpolate(words.earlier, { time, id: readableNumber(id) }))),
    element('p', {}, words.earlierAgain),
  );
}
