/**
 * Shows in a form what is told of its submissions: the one that was sent last in an alert, the others in notes. Both follow
 * what becomes of them.
 */
import type { PendingEntry } from '@/applications/outbox/form-submissions';
import {
  createOtherWays,
  createSubmissionActions,
  createSubmissionNote,
  sendableText,
  type NoteActions,
  type SendableText,
} from '@/applications/outbox/panel/submission-note.client';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import { tellEntry, type Telling } from '@/device/storage/application/tell-submission';
import { createElement } from './element.client';
import type { FormTranslate } from '../form-props';
import type { FormStatus } from './form-status.client';
import { createAlertBox } from './problems.client';

/** Creates the alert about a submission that hasn't arrived. */
export function createTellingAlert(
  telling: Telling,
  t: FormTranslate,
  actions: NoteActions,
  sendable: SendableText,
  isError: boolean,
): HTMLElement {
  const children = createSubmissionActions(telling, t, actions, sendable);
  return createAlertBox(
    'apply-failure',
    telling.first,
    isError,
    telling.then === undefined ? undefined : createElement('p', {}, telling.then),
    ...children.flatMap((child) => child || []),
  );
}

/** Creates a notice that nothing was sent although the form has no problems, with the text where it can be sent otherwise. */
export const createNotice = (
  t: FormTranslate,
  title: string,
  text: string,
  sendable?: SendableText,
): HTMLElement =>
  createAlertBox(
    'apply-hold',
    title,
    false,
    createElement('p', {}, text),
    sendable && createOtherWays(sendable, t),
  );

export function createFormTellings(
  form: HTMLFormElement,
  formStatus: FormStatus,
  t: FormTranslate,
  actionsFor: (one: PendingEntry) => NoteActions,
) {
  // Focusable, for when nothing inside it is.
  const notes = createElement('div', { class: 'apply-notes', tabindex: '-1' });
  let shownNotes = '';
  /** The entry that the alert tells of. */
  let alerted: string | undefined;

  const tell = ({ entry, isStored, isSending }: PendingEntry) =>
    tellEntry(entry, { t, now: Date.now(), isStored, isSending });

  const showAlert: FormStatus['showAlert'] = (...alert) => {
    alerted = undefined;
    formStatus.showAlert(...alert);
  };

  function createAlert(one: PendingEntry): readonly [HTMLElement, boolean] {
    const isError = !one.isSending && one.entry.reason !== 'offline';
    return [createTellingAlert(tell(one), t, actionsFor(one), sendableText(one.entry), isError), isError];
  }

  /** Keeps the focus among the notes, and open disclosures open while nothing changes. */
  function showNotes(next: readonly HTMLElement[]): void {
    const html = next.map(({ outerHTML }) => outerHTML).join('');
    if (html === shownNotes) return;
    shownNotes = html;
    const hadFocus = notes.contains(document.activeElement);
    notes.replaceChildren(...next);
    if (!notes.isConnected && next.length > 0) form.querySelector('fieldset')?.before(notes);
    if (hadFocus && !notes.contains(document.activeElement)) notes.focus();
  }

  return {
    /** Shows another alert than one about a submission. */
    showAlert,
    /** Tells of an entry that was just sent, or tried again, in an alert. */
    tellInAlert: (one: PendingEntry) => {
      formStatus.showAlert(...createAlert(one));
      alerted = one.entry.id;
    },
    isInAlert: ({ id }: OutboxEntry) => id === alerted,
    /** Shows all that wait, and the note of an earlier one that has arrived. */
    show: (pending: readonly PendingEntry[], earlier: HTMLElement | undefined) => {
      const inAlert = pending.find(({ entry }) => entry.id === alerted);
      if (inAlert) formStatus.updateAlert(...createAlert(inAlert));
      else if (alerted !== undefined) showAlert(undefined);
      const others = pending.filter((one) => one !== inAlert);
      showNotes([
        ...(earlier ? [earlier] : []),
        ...others.map((one) => createSubmissionNote(tell(one), t, actionsFor(one), sendableText(one.entry))),
      ]);
    },
  };
}
