import type { MessageKey } from '@/i18n/messages';
import type { Translate } from '@/i18n/translate';

/** What a form is about: an application, or a message to the editors. */
export type WordsOf = 'apply' | 'message';

/** A form's word: a message's own (`message.<name>`) where it says it otherwise than an application (`apply.<name>`). */
export function formWord(t: Translate, of: WordsOf, key: `apply.${string}` & MessageKey): string {
  const own = of === 'message' ? t.maybe(key.replace(/^apply\./, 'message.')) : undefined;
  return own ?? t(key);
}
