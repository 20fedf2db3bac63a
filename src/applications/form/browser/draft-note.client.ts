/** The note about the draft above the Send button, with the choices about what the device saves. */
import type { DraftStore } from '@/applications/outbox/draft-store';
import { createButton, createElement } from './element.client';
import type { FormTranslate } from '../form-props';
import { dayAndTime } from '@/i18n/format/reader-time';

interface Options {
  readonly t: FormTranslate;
  readonly locale: string;
  readonly isShared: boolean;
  /** True if answers are already saved for the next form. */
  readonly isUsual: boolean;
  readonly onShared: (shared: boolean) => void;
  readonly onDelete: () => void;
}

/** Creates a note that `show` updates with the state of the draft. The form shows it once the visitor writes something. */
export function createDraftNote({ t, locale, isShared, isUsual, onShared, onDelete }: Options) {
  // No element, which would take a gap where it is empty.
  const text = new Text();
  const remove = createButton(t('form.draft.delete'), onDelete);
  const line = createElement('p', { class: 'apply-ways' }, text, remove);
  const choice = (id: string, label: string, checked: boolean) => {
    const box = createElement('input', { type: 'checkbox', id, checked });
    const place = createElement(
      'div',
      { class: 'apply-agree' },
      box,
      createElement('label', { for: id }, label),
    );
    return { box, place };
  };
  const usual = choice('apply-usual', t('form.usual.keep'), isUsual);
  const others = choice('apply-shared', t('form.shared'), isShared);
  others.box.addEventListener('change', () => onShared(others.box.checked));
  const note = createElement('div', { class: 'apply-draft' }, line, usual.place, others.place);
  return {
    note,
    /**
     * Removes the "saved" text: the visitor has written more since. Its room stays, for otherwise Send would move at each
     * pause in typing, and from under a press.
     */
    clear: () => {
      line.style.minHeight = `${line.offsetHeight}px`;
      text.textContent = '';
    },
    /** True if the visitor wants usual answers saved for the next form. */
    wantsUsualAnswers: () => usual.box.checked,
    /** `isBehind`: the visitor has written something that isn't saved yet. */
    show: (drafts: DraftStore, shared: boolean, isBehind: boolean) => {
      const draft = drafts.draft();
      const state = drafts.state();
      usual.place.hidden = shared;
      others.box.checked = shared;
      remove.hidden = !draft || shared || state !== 'saved';
      if (shared) text.textContent = t('form.shared.on');
      else if (state === 'unsaved') text.textContent = t('form.draft.unkept');
      else if (draft && state === 'saved' && !isBehind)
        text.textContent = t('form.draft.kept', { time: dayAndTime(locale, Date.parse(draft.savedAt)) });
      else text.textContent = '';
    },
  };
}
