import { locales, type Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';

/** Returns the languages of the site settings; without settings, those of all entries. */
export function findLocales(entries: readonly RawEntry[]): Locale[] {
  const settings = entries.filter((entry) => entry.type === 'settings');
  const considered = settings.length > 0 ? settings : entries;
  return locales.filter((locale) => considered.some((entry) => entry.locales[locale]));
}
