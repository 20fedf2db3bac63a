/** Names of languages in the editor's own. */
import type { EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { capitalize } from '@/i18n/names';

/** As it stands within a sentence: `français`. */
export const nameIn = (t: EditorTranslate, locale: Locale): string =>
  new Intl.DisplayNames(t.locale, { type: 'language' }).of(locale) ?? locale;

/** As it stands at the start of a line: `Français`. */
export const nameLanguage = (t: EditorTranslate, locale: Locale): string => capitalize(t, nameIn(t, locale));
