/** The notes above the form: earlier applications to this opportunity, and unsent ones. */
import type { AppliedItem, SentCopy } from '@/device/storage/application/applied-item';
import { formatSubmissionNumber } from '@/device/storage/application/submission-id';
import { dayAndTime } from '@/i18n/format/reader-time';
import { createButton, createElement } from './element.client';
import type { FormTranslate } from '../form-props';
import { createFallbackButtons, type FallbackOptions } from './notices.client';
import { pendingStatus, statusMessages, type PendingStatus } from '@/applications/outbox/entry-states';
import type { PendingEntry } from '@/applications/outbox/form-submissions';

interface NoteLanguage {
  readonly t: FormTranslate;
  readonly locale: string;
}

/** Formats an ISO instant: `'25 Nov 2026, 14:03'`. */
export const formatInstant = (locale: string, instant: string) => dayAndTime(locale, Date.parse(instant));

const isTried: readonly PendingStatus[] = ['waiting', 'unconfirmed', 'limit'];

/** Creates the note of an application that hasn't arrived, with the visitor's options. */
export function createPendingNote(
  pending: PendingEntry,
  { t, locale }: NoteLanguage,
  now: number,
  other: FallbackOptions,
  can: { readonly retry: () => unknown; readonly withdraw: () => unknown },
): HTMLElement {
  const status = pendingStatus(pending.entry, { ...pending, now });
  const time = formatInstant(locale, pending.entry.pressedAt ?? pending.entry.createdAt);
  const message = t(statusMessages[status], { time });
  const text = createElement(
    'p',
    {},
    isTried.includes(status) ? `${message} ${t('apply.pending.loss')}` : message,
  );
  if (status === 'sending') return createElement('div', { class: 'apply-note' }, text);
  const first = pending.entry.reason === 'closed' ? [] : [createButton(t('apply.pending.now'), can.retry)];
  const last = createButton(t('apply.pending.delete'), can.withdraw);
  return createElement('div', { class: 'apply-note' }, text, createFallbackButtons(other, ...first, last));
}

/** The copy of what was sent, in a closed disclosure, and a button that fills the form with it. */
function copyOf(
  { text, payload }: SentCopy,
  t: FormTranslate,
  correct: (payload: SentCopy['payload']) => void,
) {
  return [
    createElement(
      'details',
      {},
      createElement('summary', {}, t('apply.earlier.text')),
      createElement('p', { class: 'apply-copy' }, text),
    ),
    createElement(
      'p',
      { class: 'apply-ways' },
      createButton(t('apply.earlier.correct'), () => correct(payload)),
    ),
  ];
}

/** Creates the note of an earlier application. */
export function createEarlierNote(
  { id, appliedAt, withdrawnAt, copy }: AppliedItem,
  { t, locale }: NoteLanguage,
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
      createElement('strong', {}, t('apply.earlier', { time, id: formatSubmissionNumber(id) })),
    ),
    createElement(
      'p',
      {},
      withdrawn
        ? t('apply.earlier.withdrawn', { time: formatInstant(locale, withdrawnAt) })
        : t('apply.earlier.again'),
    ),
    ...(copy ? copyOf(copy, t, correct) : []),
  );
}
