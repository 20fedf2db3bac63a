/** The interface's words. Editors and translators own the files; the code only knows their keys. */
import en from '../../content/i18n/en.json' with { type: 'json' };
import es from '../../content/i18n/es.json' with { type: 'json' };
import fr from '../../content/i18n/fr.json' with { type: 'json' };
import type { Locale } from './locales';

/** A key that every language has. */
export type MessageKey = keyof typeof en;

/** Every message of a language. A key that a language lacks is a type error here. */
export const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, fr, es };

/** True for a key that exists, for keys made from data such as `country.TR`. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
