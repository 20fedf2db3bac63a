/** What a Save button says. */
import type { Translate } from '@/i18n/translate';

export interface SaveWords {
  /** On the button. */
  readonly save: string;
  readonly saved: string;
  /** Said when it has been pressed. */
  readonly added: string;
  readonly removed: string;
  /** Said when nothing could be stored. */
  readonly full: string;
  readonly forbidden: string;
  /** Said of an opportunity to which one has applied, with `{day}`. */
  readonly applied: string;
}

/** The words of a language. */
export function saveWords(t: Translate): SaveWords {
  return {
    save: t('save'),
    saved: t('save.done'),
    added: t('save.added'),
    removed: t('save.removed'),
    full: t('storage.full'),
    forbidden: t('storage.forbidden'),
    applied: t('applied.note'),
  };
}
