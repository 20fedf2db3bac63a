/** What stands above the form: earlier applications to this opportunity, and those that haven't arrived. */
import type { AppliedItem } from '@/device/applied';
import { dayAndTime } from '@/i18n/reader-time';
import { interpolate } from '@/i18n/interpolate';
import { hasClosed } from '../outbox/deliver';
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
export function standingOf({ entry, sending }: Pending, now: number): PendingWord {
  if (sending) return 'sending';
  if (hasClosed(entry, now)) return 'late';
  if (entry.state === 'refused' || entry.state === 'waiting') return entry.state;
  return 'unconfirmed';
}

/** The note of one that hasn't arrived, with what can be done about it. */
export function pendingNote(
  pending: Pending,
  { words, locale }: Wording,
  now: number,
  other: OtherWays | undefined,
  can: { readonly retry: () => unknown; readonly withdraw: () => unknown },
): HTMLElement {
  const standing = standingOf(pending, now);
  const time = timeIn(locale, pending.entry.createdAt);
  const first = standing === 'late' ? [] : [button(words.pendingNow, can.retry)];
  const text = element('p', {}, interpolate(words.pending[standing], { time }));
  if (standing === 'sending') return element('div', { class: 'apply-note' }, text);
  return element(
    'div',
    { class: 'apply-note' },
    text,
    other
      ? ways(other, ...first, button(words.pendingDelete, can.withdraw))
      : element('p', { class: 'apply-ways' }, ...first, button(words.pendingDelete, can.withdraw)),
  );
}

/** The note of an earlier application. */
export function earlierNote({ id, appliedAt }: AppliedItem, { words, locale }: Wording): HTMLElement {
  const time = timeIn(locale, appliedAt);
  return element(
    'div',
    { class: 'apply-note' },
    element('p', {}, element('strong', {}, interpolate(words.earlier, { time, id }))),
    element('p', {}, words.earlierAgain),
  );
}
