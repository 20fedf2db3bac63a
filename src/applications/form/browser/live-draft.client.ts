/** What is written in a form, kept while one writes, brought back, deleted; and earlier answers, offered again. */
import { onOutboxChange } from '@/device/storage/application/outbox-changes.client';
import { isShared as isDeviceShared, setShared } from '@/device/storage/shared.client';
import { forgetUsual, keepUsual, usualAnswers } from '@/device/storage/application/usual.client';
import { interpolate } from '@/i18n/interpolate';
import { draftNote } from './draft-note.client';
import { button, element } from './element.client';
import { agreesWith, answersIn, putAnswers, setAnswers } from './form-controls.client';
import type { AskedField, FormWords } from '../form-props';
import type { FormVoice } from './form-voice.client';
import { timeIn } from './kept-notes.client';
import type { Submitting } from '@/applications/outbox/submitting';
import { usualOf } from '../usual';

/** How long (ms) nobody types before the draft is kept. */
const draftPause = 400;

interface Options {
  readonly form: HTMLFormElement;
  readonly fields: readonly AskedField[];
  readonly words: FormWords;
  readonly locale: string;
  readonly voice: FormVoice;
  /** Whether others use this device too. */
  readonly isShared: boolean;
  readonly open: (draftChanged: () => void) => Submitting;
}

export interface LiveDraft {
  readonly submitting: Submitting;
  /** Resolves when what was written before is back. True where there was something. */
  readonly ready: Promise<boolean>;
  readonly answers: () => Readonly<Record<string, string>>;
  /** Fills the form with what was sent, to be corrected. */
  readonly correct: (sent: Readonly<Record<string, string>>) => void;
  /** From here on what was typed is somebody else's to keep. */
  readonly handOver: () => void;
  /** What was sent: what of it goes for the next form too is kept, where the visitor wants that. */
  readonly sent: (answers: Readonly<Record<string, string>>) => void;
}

/** Keeps what is written in a form. */
export function liveDraft({ form, fields, words, locale, voice, isShared, open }: Options): LiveDraft {
  const { say, send, status } = voice;
  let shared = isShared;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answers = () => answersIn(form, fields);
  /** Said once, above everything: that a draft is back, or that there are earlier answers. */
  let top: HTMLElement | undefined;
  const draft = draftNote({
    words,
    locale,
    isShared: shared,
    isUsual: usualAnswers() !== undefined,
    onShared: (next) => {
      handOver();
      void setShared(next);
    },
    onDelete: () => void remove(),
  });
  const submitting = open(() => {
    if (submitting.drafts.draft() && !draft.note.isConnected) status?.after(draft.note);
    draft.show(submitting.drafts, shared, timer !== undefined);
  });

  function putOnTop(text: string, ...buttons: readonly HTMLElement[]): void {
    top = element(
      'div',
      { class: 'apply-note' },
      element('p', {}, text),
      element('p', { class: 'apply-ways' }, ...buttons),
    );
    form.querySelector('fieldset')?.before(top);
  }

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    void ready.then(() => submitting.drafts.keep(answers()));
  }

  function handOver(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** Offers to take back what was just done with the answers. */
  function offerUndo(restore: () => void, ...text: readonly string[]): void {
    top?.remove();
    const undo = button(words.draft.undo, () => {
      restore();
      keep();
      say();
      send?.focus();
    });
    say(...text, undo);
    undo.focus();
  }

  async function remove(): Promise<void> {
    const gone = answers();
    handOver();
    form.reset();
    await submitting.drafts.discard();
    // Text typed meanwhile stays.
    offerUndo(() => putAnswers(form, fields, gone), words.draft.deleted, ' ');
  }

  async function share(next: boolean): Promise<void> {
    handOver();
    if (next) forgetUsual();
    shared = next;
    await submitting.setShared(next);
    keep();
  }

  /** Puts answers in the place of what the form says, which can be undone. */
  function fill(next: Readonly<Record<string, string>>): void {
    const typed = answers();
    setAnswers(form, fields, next);
    keep();
    offerUndo(() => setAnswers(form, fields, typed));
  }

  /** Offers what was written earlier, where something else was typed before this code was there. True where there is some. */
  function offerOther(): boolean {
    const other = submitting.drafts.other();
    if (!other) return false;
    const use = button(words.draft.useOther, async () => {
      fill(other.answers);
      await submitting.drafts.dropOther();
    });
    putOnTop(interpolate(words.draft.other, { time: timeIn(locale, other.savedAt) }), use);
    return true;
  }

  /** Asks whether earlier answers are wanted, where there are some and nothing is written yet. */
  function offerUsual(): void {
    const usual = usualAnswers();
    if (!usual || shared || Object.keys(answers()).length > 0) return;
    const offer = (text: string, act: () => void) =>
      button(text, () => {
        act();
        top?.remove();
        form.querySelector<HTMLElement>('input, select')?.focus();
      });
    putOnTop(
      words.usual.offer,
      offer(words.usual.use, () => {
        putAnswers(form, fields, usual);
        keep();
      }),
      offer(words.usual.delete, forgetUsual),
    );
  }

  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.matches('[readonly], .apply-draft *, [name=_gotcha]')) return;
    draft.outdated();
    clearTimeout(timer);
    timer = setTimeout(keep, draftPause);
  });
  // What hasn't been kept yet is, before the page may go.
  document.addEventListener('visibilitychange', () => timer !== undefined && keep());
  addEventListener('pagehide', () => timer !== undefined && keep());

  // Here, or in another tab.
  onOutboxChange(async () => {
    const next = await isDeviceShared();
    if (next !== shared) await share(next);
  });

  const ready: Promise<boolean> = submitting
    .restore((found) => agreesWith(form, found))
    .then((found) => {
      const kept = submitting.drafts.draft();
      if (!found || !kept || shared) {
        if (shared || !offerOther()) offerUsual();
        return false;
      }
      putAnswers(form, fields, found);
      putOnTop(
        interpolate(words.draft.back, { time: timeIn(locale, kept.savedAt) }),
        button(words.draft.delete, remove),
      );
      return true;
    });

  return {
    submitting,
    ready,
    answers,
    correct: fill,
    handOver,
    sent: (given) => {
      if (draft.wantsUsual() && !shared) keepUsual({ ...usualAnswers(), ...usualOf(given) });
      else forgetUsual();
    },
  };
}
