import type { Locale } from '@/i18n/locales';
import { translator } from '@/i18n/translate';

/** Gives the components of a page its language (`Astro.locals`). */
export function setLocale(locals: App.Locals, locale: Locale): void {
  Object.assign(locals, { locale, t: translator(locale) });
}
