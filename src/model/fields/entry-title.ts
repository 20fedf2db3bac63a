import { isLocale, locales } from '@/i18n/locales';
import type { RawEntry } from '../types/entry';
import { contentTypes } from '../types/types';

/** The title of an entry in its original language, otherwise in any that has one, otherwise its id. */
export function rawEntryTitle({
  type,
  id,
  locales: texts,
  shared,
}: Pick<RawEntry, 'type' | 'id' | 'locales' | 'shared'>): string {
  const { title } = contentTypes[type];
  const original = shared['originalLanguage'];
  const order = isLocale(original) ? [original, ...locales] : locales;
  const titles = order.map((locale) => texts[locale]?.[title]);
  return titles.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? id;
}
