import type { Locale } from '@/i18n/locales';
import { pathOf, type Route } from '@/i18n/routes';

/** The same place in each language: what the language switcher leads to. */
export function pathsOf(locales: readonly Locale[], route: Route): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.map((locale) => [locale, pathOf(locale, route)]));
}
