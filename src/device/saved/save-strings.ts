/** The strings of a Save button. */
import type { Translate } from '@/i18n/translate';

export interface SaveStrings {
  /** On the button. */
  readonly save: string;
  readonly saved: string;
  /** Announced after a press. */
  readonly added: string;
  readonly removed: string;
  /** Shown where nothing could be stored. */
  readonly full: string;
  readonly forbidden: string;
  /** The note on an opportunity to which the visitor has applied, with `{day}`. */
  readonly applied: string;
}

/** The strings in the language of `t`. */
export function saveStrings(t: Translate): SaveStrings {
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
