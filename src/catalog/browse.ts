/** A language's browse lists, for pages: made once. */
import type { Locale } from '@/i18n/locales';
import { browseOf, type Browse } from '@/site/browse';
import { getLocaleSite } from './site';

const memo = new Map<Locale, Promise<Browse>>();

const make = async (locale: Locale) => browseOf(await getLocaleSite(locale));

/** A language's browse lists, made at the first call. */
export function getBrowse(locale: Locale): Promise<Browse> {
  if (import.meta.env.DEV) return make(locale);
  const found = memo.get(locale) ?? make(locale);
  memo.set(locale, found);
  return found;
}
