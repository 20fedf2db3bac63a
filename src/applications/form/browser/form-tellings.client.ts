/**
 * The messages of a form: in an alert at its top, in notes, beside Send and on it. The submission that was sent last is told of in
 * the alert, the others in notes; both follow what becomes of them.
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
import { tellEntry } from '@/device/storage/application/tell-submission';
import { createElement } from './element.client';
import type { FormTranslate } from '../form-props';
import { createAlertBox } from './problems.client';

/** Creates a notice that nothing was sent although the form has no problems, with the text where it can be sent otherwise. */
export const createNotice = (t: FormTranslate, title: string, text: string, sendable?: SendableText) =>
  createAlertBox(title, false, createElement('p', {}, text), sendable && createOtherWays(sendable, t));

export type FormTellings = ReturnType<typeof createFormTellings>;

export function createFormTellings(
  form: HTMLFormElement,
  t: FormTranslate,
  actionsFor: (one: PendingEntry) => NoteActions,
) {
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const status = form.querySelector('.apply-status');
  const { title } = document;
  let alert: HTMLElement | undefined;
  /** The entry that the alert tells of. */
  let alerted: string | undefined;
  // Focusable, for when nothing inside it is.
  const notes = createElement('div', { class: 'apply-notes', tabindex: '-1' });
  /** As they were shown: an open disclosure is no change. */
  let shownAlert = '';
  let shownNotes = '';

  const tell = ({ entry, isStored, isSending }: PendingEntry) =>
    tellEntry(entry, { t, now: Date.now(), isStored, isSending });

  function placeAlert(next: HTMLElement | undefined, isError: boolean): void {
    alert?.remove();
    alert = next;
    shownAlert = next?.outerHTML ?? '';
    document.title = next && isError ? t('form.error.prefix') + title : title;
    if (next) form.prepend(next);
  }

  /** Shows an alert and focuses it; it stays until the next one. */
  function showAlert(next: HTMLElement | undefined, isError = true, about?: string): void {
    if (alert?.contains(document.activeElement)) send?.focus();
    alerted = about;
    placeAlert(next, isError);
    next?.focus();
  }

  /** Marks what tells of an entry with the attempt that it tells of: after another one its buttons have to be new. */
  function mark(element: HTMLElement, { pressedAt, attempts }: OutboxEntry): HTMLElement {
    element.dataset['attempt'] = `${pressedAt} ${attempts}`;
    return element;
  }

  function createAlert(one: PendingEntry): readonly [HTMLElement, boolean] {
    const { entry, isSending } = one;
    const isError = !isSending && entry.reason !== 'offline';
    const telling = tell(one);
    const alert = createAlertBox(
      telling.first,
      isError,
      telling.then !== undefined && createElement('p', {}, telling.then),
      ...createSubmissionActions(telling, t, actionsFor(one), sendableText(entry)),
    );
    return [mark(alert, entry), isError];
  }

  /** Replaces the alert where it says something else by now; the focus stays in it. */
  function updateAlert(...[next, isError]: ReturnType<typeof createAlert>): void {
    if (next.outerHTML === shownAlert) return;
    const hadFocus = alert?.contains(document.activeElement) === true;
    placeAlert(next, isError);
    if (hadFocus) next.focus();
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
    send,
    showAlert,
    focusAlert: () => alert?.focus(),
    /** Shows a text beside Send, which stays until the next one. */
    setText: (...text: (Node | string)[]) => status?.replaceChildren(...text),
    showSending: (sending: boolean, isTooLate: boolean) => {
      if (!send) return;
      send.textContent = sending ? t('form.sending') : t('form.send');
      if (sending || isTooLate) send.setAttribute('aria-disabled', 'true');
      else send.removeAttribute('aria-disabled');
    },
    /** Tells of an entry that was just sent, or tried again, in an alert. */
    tellInAlert: (one: PendingEntry) => showAlert(...createAlert(one), one.entry.id),
    /** Shows all that wait, and the note of an earlier one that has arrived. */
    show: (pending: readonly PendingEntry[], earlier: HTMLElement | undefined) => {
      const inAlert = pending.find(({ entry }) => entry.id === alerted);
      if (inAlert) updateAlert(...createAlert(inAlert));
      else if (alerted !== undefined) showAlert(undefined);
      const others = pending.filter((one) => one !== inAlert);
      showNotes([
        ...(earlier ? [earlier] : []),
        ...others.map((one) => {
          const note = createSubmissionNote(tell(one), t, actionsFor(one), sendableText(one.entry));
          return mark(note, one.entry);
        }),
      ]);
    },
  };
}
