/**
 * The language of the local editor, told to the preview: both are pages of this machine, and a cookie is all that they
 * share if they have different ports. The site itself has no cookies.
 */
import { isLocale, type Locale } from '@/i18n/locales';

const languageKey = 'editor-language';

const aYear = 365 * 24 * 60 * 60;

/** The cookie that a browser keeps of a chosen language, for previews alone. */
export const languageCookie = (locale: Locale): string =>
  `${languageKey}=${locale}; Path=/preview; Max-Age=${aYear}; SameSite=Lax`;

/** Reads the language from a `Cookie` header. */
export function readLanguageCookie(header: string): Locale | undefined {
  const found = header
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === languageKey)?.[1];
  return isLocale(found) ? found : undefined;
}
