/** Notices for applications that could not be sent: nothing is lost, and there is another way. */
import { createButton, createElement } from './element.client';
import type { FormTranslate } from '../form-props';
import { mailtoWithinLimit } from '@/applications/transport/mailto';
import { downloadText } from '../attachment/download-text.client';
import { createAlertBox } from './problems.client';
import type { PendingEntry } from '@/applications/outbox/form-submissions';
import type { SubmissionOutcome } from '@/applications/transport/transport';

/** An attempt that failed or wasn't confirmed. */
type FailedOutcome = Extract<SubmissionOutcome, { readonly kind: 'refused' | 'unconfirmed' }>;

/** Other ways to send the same application. */
export interface FallbackOptions {
  /** The application as a message, and a short body for when that is too long for a link. */
  readonly message: string;
  readonly shortMessage: string;
  readonly subject: string;
  readonly contactEmail: string | undefined;
  /** The name of the file for download. */
  readonly fileName: string;
  readonly t: FormTranslate;
  /** Additional buttons. */
  readonly more?: readonly HTMLElement[];
}

/** Creates the buttons: first the given ones, then by e-mail, then as a file. */
export function createFallbackButtons(
  { message, shortMessage, subject, contactEmail, fileName, t, more = [] }: FallbackOptions,
  ...first: readonly HTMLElement[]
): HTMLElement {
  return createElement(
    'p',
    { class: 'apply-ways' },
    ...first,
    ...more,
    contactEmail !== undefined &&
      createElement(
        'a',
        { class: 'button', href: mailtoWithinLimit(contactEmail, subject, message, shortMessage) },
        t('apply.byEmail'),
      ),
    createButton(t('apply.asFile'), () => downloadText(fileName, 'text/plain', message)),
  );
}

/** The text to copy, for visitors without a mail program. */
function createCopyText({ message, contactEmail, t }: FallbackOptions): HTMLElement | undefined {
  if (contactEmail === undefined) return undefined;
  const text = createElement('textarea', { id: 'apply-letter', rows: '8', readonly: true });
  text.value = message;
  return createElement(
    'details',
    {},
    createElement('summary', {}, t('apply.copy', { address: contactEmail })),
    createElement('label', { for: 'apply-letter' }, t('apply.copy.label')),
    text,
  );
}

/** Creates the notice after a failed attempt to send `pending`, which is undefined if nothing of it is left. */
export function createFailureNotice(
  failure: FailedOutcome,
  pending: PendingEntry | undefined,
  other: FallbackOptions,
): HTMLElement {
  const { t } = other;
  const unconfirmed = failure.kind === 'unconfirmed';
  const why = unconfirmed ? t(`apply.unconfirmed.${failure.reason}`) : t(`apply.refused.${failure.reason}`);
  const isRetried = unconfirmed || failure.reason === 'limit';
  const whatRemains = pending?.isStored
    ? isRetried
      ? t('apply.keptAndTried')
      : t('apply.kept')
    : t('apply.unkept');
  return createAlertBox(
    'apply-failure',
    // An earlier attempt may have arrived.
    unconfirmed || pending?.entry.mayHaveArrived ? t('apply.unconfirmed.title') : t('apply.refused.title'),
    true,
    createElement('p', {}, `${why} ${whatRemains}`),
    unconfirmed ? createElement('p', {}, t('apply.sameNumber')) : undefined,
    createFallbackButtons(
      other,
      createElement('button', { type: 'submit', class: 'button' }, t('apply.again')),
    ),
    createCopyText(other),
  );
}

/**
 * Creates a notice for an application that isn't sent yet although the form has no problems, with the visitor's
 * options.
 */
export function createNotice(title: string, text: string, other?: FallbackOptions): HTMLElement {
  return createAlertBox(
    'apply-hold',
    title,
    false,
    createElement('p', {}, text),
    other && createFallbackButtons(other),
  );
}
