/** The draft of a form: saved while the visitor types, restored, deleted; also offers the usual answers. */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { isDeviceShared, setDeviceShared } from '@/device/storage/application/shared-device.client';
import {
  deleteUsualAnswers,
  saveUsualAnswers,
  readUsualAnswers,
} from '@/device/storage/application/usual-answers.client';
import { createDraftNote } from './draft-note.client';
import { createButton, createElement } from './element.client';
import { areCompatible, readAnswers, fillEmptyFields, replaceAnswers } from './form-controls.client';
import type { FormField, FormTranslate } from '../form-props';
import type { FormStatus } from './form-status.client';
import { dayAndTime } from '@/i18n/format/reader-time';
import type { FormSubmissions } from '@/applications/outbox/form-submissions';
import { pickUsualAnswers } from '../usual-answers';

type Answers = Readonly<Record<string, string>>;

/** Pause (ms) in typing before the draft is saved. */
const draftPauseMs = 400;

interface Options {
  readonly form: HTMLFormElement;
  readonly fields: readonly FormField[];
  readonly t: FormTranslate;
  readonly locale: string;
  readonly formStatus: FormStatus;
  /** True on a shared device. */
  readonly isShared: boolean;
  readonly open: (draftChanged: () => void) => FormSubmissions;
}

/** Saves the answers of a form as a draft, and restores them. */
export function openFormDraft({ form, fields, t, locale, formStatus, isShared, open }: Options) {
  const { setText, send } = formStatus;
  let shared = isShared;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answers = () => readAnswers(form, fields);
  /** The last note above the form: a draft was restored, another one or usual answers are available. */
  let topNote: HTMLElement | undefined;
  const draft = createDraftNote({
    t,
    locale,
    isShared: shared,
    isUsual: readUsualAnswers() !== undefined,
    onShared: (next) => {
      stopSaving();
      void setDeviceShared(next);
    },
    onDelete: () => void remove(),
  });
  const placeNote = () => {
    if (!draft.note.isConnected) send?.before(draft.note);
  };
  const submitting = open(() => {
    if (submitting.drafts.draft()) placeNote();
    draft.show(submitting.drafts, shared, timer !== undefined);
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

  async function applyShared(next: boolean): Promise<void> {
    stopSaving();
    if (next) deleteUsualAnswers();
    shared = next;
    await submitting.setShared(next);
    save();
  }

  /** Replaces the answers in the form, with an undo button. */
  function replaceWithUndo(next: Answers): void {
    const typed = answers();
    replaceAnswers(form, fields, next);
    save();
    offerUndo(() => replaceAnswers(form, fields, typed));
  }

  /**
   * Offers another draft, as where the visitor had typed something before this code was loaded. True if there is one.
   */
  function offerOther(): boolean {
    const other = submitting.drafts.conflicting();
    if (!other) return false;
    const use = createButton(t('form.draft.useOther'), async () => {
      replaceWithUndo(other.answers);
      await submitting.drafts.dropOther();
    });
    showTopNote(t('form.draft.other', { time: dayAndTime(locale, Date.parse(other.savedAt)) }), use);
    return true;
  }

  /** Offers the usual answers where there are some and the form is still empty. */
  function offerUsual(): void {
    const usual = readUsualAnswers();
    if (!usual || shared || Object.keys(answers()).length > 0) return;
    const offer = (text: string, act: () => void) =>
      createButton(text, () => {
        act();
        topNote?.remove();
        form.querySelector<HTMLElement>('input, select')?.focus();
      });
    showTopNote(
      t('form.usual.offer'),
      offer(t('form.usual.use'), () => {
        fillEmptyFields(form, fields, usual);
        save();
      }),
      offer(t('form.usual.delete'), deleteUsualAnswers),
    );
  }

  form.addEventListener('input', ({ target }) => {
    if ((target as Element).matches('[readonly], .apply-draft *, [name=_gotcha]')) return;
    // With the first letter, not with the first save: that may come while Send is pressed, which it would move.
    placeNote();
    draft.clear();
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
    if (next !== shared) await applyShared(next);
  });

  const ready: Promise<boolean> = submitting
    .restore((found) => areCompatible(form, found))
    .then((found) => {
      const kept = submitting.drafts.draft();
      const hasOther = offerOther();
      if (!found || !kept) {
        if (!hasOther) offerUsual();
        return false;
      }
      fillEmptyFields(form, fields, found);
      showTopNote(
        t('form.draft.back', { time: dayAndTime(locale, Date.parse(kept.savedAt)) }),
        createButton(t('form.draft.delete'), remove),
      );
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
    /** Called after sending: saves the usual answers for the next form, if the visitor wants that. */
    sent: (given: Answers) => {
      if (draft.wantsUsualAnswers() && !shared)
        saveUsualAnswers({ ...readUsualAnswers(), ...pickUsualAnswers(given) });
      else deleteUsualAnswers();
    },
  };
}
