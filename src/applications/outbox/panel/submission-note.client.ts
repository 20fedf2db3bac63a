/** Shows what is told of a submission (`tell-submission.ts`), with its text and the other ways to send it. */
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import { createButton, createElement, downloadText } from '@/applications/form/browser/element.client';
import { attachmentField } from '@/applications/form/attachment/attachment-field';
import { mailtoWithinLimit } from '@/applications/transport/mailto';
import type { Telling, TellingTranslate } from '@/device/storage/application/tell-submission';

/** A text that can also be sent in another way than by the form. */
export interface SendableText {
  readonly text: string;
  readonly subject: string;
  readonly contact: string | undefined;
  /** The name of the file for download. */
  readonly fileName: string;
  /** The name of a file that visitors have to attach themselves. */
  readonly attachment?: string | undefined;
}

export const sendableText = ({ text, payload, contact, about }: OutboxEntry): SendableText => ({
  // A withdrawal or a reply report has no text of its own.
  text:
    text ??
    Object.entries(payload)
      .flatMap(([name, value]) => (name.startsWith('_') ? [] : value))
      .join('\n\n'),
  subject: payload['_subject'] ?? '',
  contact: text === undefined ? undefined : contact,
  fileName: `${about.opportunity}.txt`,
  attachment: payload[attachmentField],
});

const createMailLink = ({ text, subject, contact, attachment }: SendableText, t: TellingTranslate) =>
  contact !== undefined &&
  createElement(
    'a',
    {
      class: 'button',
      href: mailtoWithinLimit(
        contact,
        subject,
        attachment === undefined ? text : `${text}${t('told.attach', { name: attachment })}\n`,
        `${t('told.elsewhere')}\n\n${subject}`,
      ),
    },
    t('told.mail'),
  );

/** Creates a closed disclosure with the text, and the other ways to send it. */
export function createOtherWays(
  sendable: SendableText,
  t: TellingTranslate,
  ...more: readonly (HTMLElement | false)[]
): HTMLElement {
  const { text, contact, fileName, attachment } = sendable;
  return createElement(
    'details',
    {},
    createElement('summary', {}, t('told.text')),
    createElement('p', { class: 'apply-copy' }, text),
    attachment !== undefined && createElement('p', {}, t('told.attach', { name: attachment })),
    contact !== undefined && createElement('p', {}, t('told.address', { address: contact })),
    createElement(
      'p',
      { class: 'apply-ways' },
      createMailLink(sendable, t),
      createButton(t('told.file'), () => downloadText(fileName, 'text/plain', text)),
      ...more,
    ),
  );
}

/** The actions of the buttons; `remove` is offered with the text. */
export type NoteActions = Readonly<
  Partial<Record<'now' | 'without' | 'correct' | 'remove', (() => unknown) | undefined>>
>;

/** Creates the button of a telling; the mail program needs the text. */
export function createTellingButton(
  { button }: Telling,
  t: TellingTranslate,
  actions: NoteActions,
  sendable?: SendableText,
): HTMLElement | false {
  if (button === undefined) return false;
  if (button === 'mail') return sendable !== undefined && createMailLink(sendable, t);
  const act = actions[button];
  return act !== undefined && createButton(t(`told.${button}`), act);
}

/** Creates the button of a telling, and the text with everything else that can be done. */
export function createSubmissionActions(
  telling: Telling,
  t: TellingTranslate,
  actions: NoteActions,
  sendable: SendableText | undefined,
): readonly (HTMLElement | false)[] {
  const button = createTellingButton(telling, t, actions, sendable);
  const { remove } = actions;
  return [
    button && createElement('p', { class: 'apply-ways' }, button),
    sendable !== undefined &&
      createOtherWays(sendable, t, remove !== undefined && createButton(t('told.delete'), remove)),
  ];
}

/** Creates a note that tells of a submission. */
export function createSubmissionNote(
  telling: Telling,
  t: TellingTranslate,
  actions: NoteActions,
  sendable?: SendableText,
): HTMLElement {
  return createElement(
    'div',
    { class: 'apply-note' },
    createElement(
      'p',
      {},
      createElement('strong', {}, telling.first),
      telling.then !== undefined && ` ${telling.then}`,
    ),
    ...createSubmissionActions(telling, t, actions, sendable),
  );
}
