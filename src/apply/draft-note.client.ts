/** What is said of the draft, below the form, and the choice for those who share a device. */
import { interpolate } from '@/i18n/interpolate';
import type { DraftKeeper } from './draft-keeper';
import { button, element } from './element.client';
import type { FormWords } from './form-props';
import { timeIn } from './kept-notes.client';

interface Options {
  readonly words: FormWords;
  readonly locale: string;
  readonly isShared: boolean;
  readonly onShared: (shared: boolean) => void;
  readonly onDelete: () => void;
}

/** A note that shows how a draft stands whenever `show` is called. It is empty until something is written. */
export function draftNote({ words, locale, isShared, onShared, onDelete }: Options) {
  const text = element('span', {});
  const remove = button(words.draft.delete, onDelete);
  const line = element('p', { class: 'apply-ways' }, text, remove);
  const box = element('input', { type: 'checkbox', id: 'apply-shared', checked: isShared });
  box.addEventListener('change', () => onShared(box.checked));
  const choice = element('label', { for: 'apply-shared' }, words.shared);
  const note = element(
    'div',
    { class: 'apply-draft' },
    line,
    element('div', { class: 'apply-agree' }, box, choice),
  );
  return {
    note,
    /** Takes back that it is kept: something was written since. */
    outdated: () => {
      text.textContent = '';
    },
    show: (drafts: DraftKeeper, shared: boolean) => {
      const draft = drafts.draft();
      const state = drafts.state();
      remove.hidden = !draft || shared || state !== 'kept';
      if (shared) text.textContent = words.sharedOn;
      else if (state === 'unkept') text.textContent = words.draft.unkept;
      else if (draft && state === 'kept')
        text.textContent = interpolate(words.draft.kept, { time: timeIn(locale, draft.savedAt) });
      else text.textContent = '';
    },
  };
}
