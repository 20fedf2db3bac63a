/** What is said when an application could not be sent: nothing is lost, and there is another way. */
import { interpolate } from '@/i18n/interpolate';
import { button, element } from './element.client';
import type { FormWords } from '../form-props';
import { mailtoWithin } from '@/applications/transport/letter';
import { offerFile } from '../attachment/offer-file.client';
import { alertBox } from './problems.client';
import type { Pending } from '@/applications/outbox/submitting';
import type { SubmissionOutcome } from '@/applications/transport/formspree';

/** An attempt that didn't end well. */
export type Failure = Extract<SubmissionOutcome, { readonly kind: 'refused' | 'unconfirmed' }>;

/** The same application in another way. */
export interface OtherWays {
  /** As a message; and what a message says that is too short for it. */
  readonly letter: string;
  readonly shortLetter: string;
  readonly subject: string;
  readonly contactEmail: string | undefined;
  /** What the file is called. */
  readonly fileName: string;
  readonly words: FormWords;
  /** Buttons besides. */
  readonly more?: readonly HTMLElement[];
}

/** Buttons: whatever else, then by e-mail, and as a file. */
export function ways(
  { letter, shortLetter, subject, contactEmail, fileName, words, more = [] }: OtherWays,
  ...first: readonly HTMLElement[]
): HTMLElement {
  return element(
    'p',
    { class: 'apply-ways' },
    ...first,
    ...more,
    contactEmail !== undefined &&
      element(
        'a',
        { class: 'button', href: mailtoWithin(contactEmail, subject, letter, shortLetter) },
        words.byEmail,
      ),
    button(words.asFile, () => offerFile(fileName, 'text/plain', letter)),
  );
}

/** The text to copy, for those without a mail program. */
function copy({ letter, contactEmail, words }: OtherWays): HTMLElement | undefined {
  if (contactEmail === undefined) return undefined;
  const text = element('textarea', { id: 'apply-letter', rows: '8', readonly: true });
  text.value = letter;
  return element(
    'details',
    {},
    element('summary', {}, interpolate(words.copy, { address: contactEmail })),
    element('label', { for: 'apply-letter' }, words.copyLabel),
    text,
  );
}

/** Said after an attempt that failed, to send `pending`, which isn't there where nothing of it is left. */
export function failureNotice(failure: Failure, pending: Pending | undefined, other: OtherWays): HTMLElement {
  const { words } = other;
  const unconfirmed = failure.kind === 'unconfirmed';
  const why = unconfirmed ? words.unconfirmed[failure.reason] : words.refused[failure.reason];
  const goesOn = unconfirmed || failure.reason === 'limit';
  const stays = pending?.isStored ? (goesOn ? words.keptAndTried : words.kept) : words.unkept;
  return alertBox(
    'apply-failure',
    // An earlier attempt may have arrived.
    unconfirmed || pending?.entry.mayHaveArrived ? words.unconfirmedTitle : words.refusedTitle,
    true,
    element('p', {}, `${why} ${stays}`),
    unconfirmed ? element('p', {}, words.sameNumber) : undefined,
    ways(other, element('button', { type: 'submit', class: 'button' }, words.again)),
    copy(other),
  );
}

/** Said where an application isn't sent at once, and nothing is wrong with the form; with what to do. */
export function holdNotice(title: string, text: string, other?: OtherWays): HTMLElement {
  return alertBox('apply-hold', title, false, element('p', {}, text), other && ways(other));
}
