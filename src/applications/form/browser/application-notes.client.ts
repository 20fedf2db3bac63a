/** The notes above the form: earlier applications to this opportunity, and unsent ones. */
import type { AppliedItem, SentCopy } from '@/device/storage/application/applied-item';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { dayAndTime } from '@/i18n/format/reader-time';
import { interpolate } from '@/i18n/interpolate';
import { createButton, createElement } from './element.client';
import type { FormStrings } from '../form-props';
import { createFallbackButtons, type FallbackOptions } from './notices.client';
import { pendingStatus, type PendingStatus } from '@/applications/outbox/entry-states';
import type { PendingEntry } from '@/applications/outbox/form-submissions';

interface NoteStrings {
  readonly strings: FormStrings;
  readonly locale: string;
}

/** Formats an ISO instant: `'25 Nov 2026, 14:03'`. */
export const formatInstant = (locale: string, instant: string) => dayAndTime(locale, Date.parse(instant));

const isTried: readonly PendingStatus[] = ['waiting', 'unconfirmed', 'limit'];

/** Creates the note of an application that hasn't arrived, with the visitor's options. */
export function createPendingNote(
  pending: PendingEntry,
  { strings, locale }: NoteStrings,
  now: number,
  other: FallbackOptions,
  can: { readonly retry: () => unknown; readonly withdraw: () => unknown },
): HTMLElement {
  const status = pendingStatus(pending.entry, { ...pending, now });
  const time = formatInstant(locale, pending.entry.pressedAt ?? pending.entry.createdAt);
  const message = interpolate(strings.pending[status], { time });
  const text = createElement(
    'p',
    {},
    isTried.includes(status) ? `${message} ${strings.pendingLoss}` : message,
  );
  if (status === 'sending') return createElement('div', { class: 'apply-note' }, text);
  const first = pending.entry.reason === 'closed' ? [] : [createButton(strings.pendingNow, can.retry)];
  const last = createButton(strings.pendingDelete, can.withdraw);
  return createElement('div', { class: 'apply-note' }, text, createFallbackButtons(other, ...first, last));
}

/** The copy of what was sent, in a closed disclosure, and a button that fills the form with it. */
function copyOf(
  { text, payload }: SentCopy,
  strings: FormStrings,
  correct: (payload: SentCopy['payload']) => void,
) {
  return [
    createElement(
      'details',
      {},
      createElement('summary', {}, strings.earlierText),
      createElement('p', { class: 'apply-copy' }, text),
    ),
    createElement(
      'p',
      { class: 'apply-ways' },
      createButton(strings.earlierCorrect, () => correct(payload)),
    ),
  ];
}

/** Creates the note of an earlier application. */
export function createEarlierNote(
  { id, appliedAt, withdrawnAt, copy }: AppliedItem,
  { strings, locale }: NoteStrings,
  correct: (payload: SentCopy['payload']) => void,
): HTMLElement {
  const time = formatInstant(locale, appliedAt);
  const withdrawn = withdrawnAt !== undefined;
  return createElement(
    'div',
    { class: 'apply-note' },
    createElement(
      'p',
      {},
      createElement('strong', {}, interpolate(strings.earlier, { time, id: formatSubmissionNumber(id) })),
    ),
    createElement(
      'p',
      {},
      withdrawn
        ? interpolate(strings.earlierWithdrawn, { time: formatInstant(locale, withdrawnAt) })
        : strings.earlierAgain,
    ),
    ...(copy ? copyOf(copy, strings, correct) : []),
  );
}
