/** What is said of the draft, below the form, and the choice for those who share a device. */
import { interpolate } from '@/i18n/interpolate';
import type { DraftKeeper } from '@/applications/outbox/draft-keeper';
import { button, element } from './element.client';
import type { FormWords } from '../form-props';
import { timeIn } from './kept-notes.client';

interface Options {
  readonly words: FormWords;
  readonly locale: string;
  readonly isShared: boolean;
  /** True where answers are kept for the next form already. */
  readonly isUsual: boolean;
  readonly onShared: (shared: boolean) => void;
  readonly onDelete: () => void;
}

/** A note that shows how a draft stands whenever `show` is called. It is empty until something is written. */
export function draftNote({ words, locale, isShared, isUsual, onShared, onDelete }: Options) {
  const text = element('span', {});
  const remove = button(words.draft.delete, onDelete);
  const line = element('p', { class: 'apply-ways' }, text, remove);
  const choice = (id: string, label: string, checked: boolean) => {
    const box = element('input', { type: 'checkbox', id, checked });
    const place = element('div', { class: 'apply-agree' }, box, element('label', { for: id }, label));
    return { box, place };
  };
  const usual = choice('apply-usual', words.usual.keep, isUsual);
  const others = choice('apply-shared', words.shared, isShared);
  others.box.addEventListener('change', () => onShared(others.box.checked));
  const note = element('div', { class: 'apply-draft' }, line, usual.place, others.place);
  return {
    note,
    /** Takes back that it is kept: something was written since. */
    outdated: () => {
      text.textContent = '';
    },
    /** Whether what goes for the next form too is to be kept for it. */
    wantsUsual: () => usual.box.checked,
    /** `isBehind`: something was written since that isn't saved yet. */
    show: (drafts: DraftKeeper, shared: boolean, isBehind: boolean) => {
      const draft = drafts.draft();
      const state = drafts.state();
      usual.place.hidden = shared;
      others.box.checked = shared;
      remove.hidden = !draft || shared || state !== 'kept';
      if (shared) text.textContent = words.sharedOn;
      else if (state === 'unkept') text.textContent = words.draft.unkept;
      else if (draft && state === 'kept' && !isBehind)
        text.textContent = interpolate(words.draft.kept, { time: timeIn(locale, draft.savedAt) });
      else text.textContent = '';
    },
  };
}
