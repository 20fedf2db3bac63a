/** The strings of Save buttons, which the page has once. */
import type { Translate } from '@/i18n/translate';

const keys = {
  /** On the button. */
  save: 'save',
  saved: 'save.done',
  /** Announced after a press. */
  added: 'save.added',
  removed: 'save.removed',
  /** Shown where nothing could be stored. */
  full: 'storage.full',
  forbidden: 'storage.forbidden',
  /** The note on an opportunity to which the visitor has applied, with `{day}`. */
  applied: 'applied.note',
} as const;

export type SaveStrings = Readonly<Record<keyof typeof keys, string>>;

/** The strings in the language of `t`, as attributes. */
export const saveAttributes = (t: Translate): Readonly<Record<`data-${string}`, string>> =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [`data-${name}`, t(key)]));
