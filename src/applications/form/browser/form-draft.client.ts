/**
 * The draft of a form: saved while the visitor types, restored, deleted, with a note above Send that says so and asks what the
 * device may save.
 */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { isDeviceShared, setDeviceShared } from '@/device/storage/application/shared-device.client';
import { createButton, createElement } from './element.client';
import { areCompatible, readAnswers, fillEmptyFields, replaceAnswers } from './form-controls.client';
import type { ClientFormProps } from '../form-props';
import type { FormTellings } from './form-tellings.client';
import { dayAndTime } from '@/i18n/format/reader-time';
import type { FormSubmissions } from '@/applications/outbox/form-submissions';

type Answers = Readonly<Record<string, string>>;

/** Pause (ms) in typing before the draft is saved. */
const draftPauseMs = 400;

/**
 * Saves the answers of a form as a draft, and restores them. `isShared`: true on a shared device; `open` opens the form's
 * submissions, with a function to call when their draft changes.
 */
export function openFormDraft(
  form: HTMLFormElement,
  { t, fields }: Pick<ClientFormProps, 't' | 'fields'>,
  { setText, send }: Pick<FormTellings, 'setText' | 'send'>,
  isShared: boolean,
  open: (draftChanged: () => void) => FormSubmissions,
) {
  let shared = isShared;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answers = () => readAnswers(form, fields);
  const timeOf = ({ savedAt }: { readonly savedAt: string }) => ({
    time: dayAndTime(t.locale, Date.parse(savedAt)),
  });
  /** The last note above the form: a draft was restored, or another one is available. */
  let topNote: HTMLElement | undefined;

  // No element, which would take a gap where it is empty.
  const stateText = new Text();
  const removeButton = createButton(t('form.draft.delete'), () => remove());
  const stateLine = createElement('p', { class: 'apply-ways' }, stateText, removeButton);
  const sharedBox = createElement('input', { type: 'checkbox', id: 'apply-shared', checked: shared });
  sharedBox.addEventListener('change', () => {
    stopSaving();
    void setDeviceShared(sharedBox.checked);
  });
  const sharedLabel = createElement('label', { for: sharedBox.id }, t('form.shared'));
  const sharedChoice = createElement('div', { class: 'apply-agree' }, sharedBox, sharedLabel);
  const note = createElement('div', { class: 'apply-draft' }, stateLine, sharedChoice);
  const placeNote = () => {
    if (!note.isConnected) send?.before(note);
  };

  const submitting = open(() => {
    const { drafts } = submitting;
    const draft = drafts.draft();
    const isSaved = drafts.state() === 'saved';
    if (draft) placeNote();
    sharedBox.checked = shared;
    removeButton.hidden = !draft || shared || !isSaved;
    stateText.textContent = shared
      ? t('form.shared.on')
      : drafts.state() === 'unsaved'
        ? t('form.draft.unkept')
        : // Unless the visitor has written something that isn't saved yet.
          draft && isSaved && timer === undefined
          ? t('form.draft.kept', timeOf(draft))
          : '';
  });

  function showTopNote(text: string, ...buttons: readonly HTMLElement[]): void {
    topNote = createElement(
      'div',
      { class: 'apply-note' },
      createElement('p', {}, text),
      createElement('p', { class: 'apply-ways' }, ...buttons),
    );
    form.querySelector('fieldset')?.before(topNote);
  }

  function stopSaving(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function save(): void {
    stopSaving();
    void ready.then(() => submitting.drafts.saveAnswers(answers()));
  }

  /** Offers to undo the last change of the answers. */
  function offerUndo(restore: () => void, ...text: readonly string[]): void {
    topNote?.remove();
    const undo = createButton(t('form.draft.undo'), () => {
      restore();
      save();
      setText();
      send?.focus();
    });
    setText(...text, undo);
    undo.focus();
  }

  async function remove(): Promise<void> {
    const gone = answers();
    stopSaving();
    form.reset();
    await submitting.drafts.discard();
    // Text typed meanwhile stays.
    offerUndo(() => fillEmptyFields(form, fields, gone), t('form.draft.deleted'), ' ');
  }

  /** Replaces the answers in the form, with an undo button. */
  function replaceWithUndo(next: Answers): void {
    const typed = answers();
    replaceAnswers(form, fields, next);
    save();
    offerUndo(() => replaceAnswers(form, fields, typed));
  }

  form.addEventListener('input', ({ target }) => {
    if ((target as Element).matches('[readonly], .apply-draft *, [name=_gotcha]')) return;
    // With the first letter, not with the first save: that may come while Send is pressed, which it would move.
    placeNote();
    // Its room stays, for otherwise Send would move at each pause in typing, and from under a press.
    stateLine.style.minHeight = `${stateLine.offsetHeight}px`;
    stateText.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(save, draftPauseMs);
  });
  const saveUnsaved = () => timer !== undefined && save();
  // Before the page may close.
  document.addEventListener('visibilitychange', saveUnsaved);
  addEventListener('pagehide', saveUnsaved);

  // Changed here, or in another tab.
  onOutboxChange(async () => {
    const next = await isDeviceShared();
    if (next === shared) return;
    stopSaving();
    shared = next;
    await submitting.setShared(next);
    save();
  });

  const ready: Promise<boolean> = submitting
    .restore((found) => {
      const fits = areCompatible(form, found);
      if (fits) fillEmptyFields(form, fields, found);
      return fits;
    })
    .then((restored) => {
      // As where the visitor had typed something before this code was loaded.
      const other = submitting.drafts.conflicting();
      if (other) {
        const use = createButton(t('form.draft.useOther'), async () => {
          replaceWithUndo(other.answers);
          await submitting.drafts.dropOther();
        });
        showTopNote(t('form.draft.other', timeOf(other)), use);
      }
      if (!restored) return false;
      showTopNote(t('form.draft.back', timeOf(restored)), createButton(t('form.draft.delete'), remove));
      return true;
    });

  return {
    submitting,
    /** Resolves when an earlier draft is restored: true where there was one. */
    ready,
    answers,
    /** Fills the form with a sent copy, for a correction. */
    correct: replaceWithUndo,
    /** Stops saving: from here on other code is responsible for the text. */
    stopSaving,
    /** True if the text would be lost with the page, and the visitor may not know that. */
    isUnsaved: () => !shared && submitting.drafts.state() === 'unsaved',
  };
}
