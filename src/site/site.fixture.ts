/** A site for tests, as the pipeline makes it from raw entries. */
import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type LocaleSite, type Site } from './site';

interface Made {
  readonly locales?: readonly Locale[];
  /** The instant of the build, in ms. */
  readonly now?: number;
}

/** Builds the site of the entries that are accepted, in English and French unless it is told otherwise. */
export function siteOf(raw: readonly RawEntry[], { locales = ['en', 'fr'], now = 0 }: Made = {}): Site {
  const { entries } = acceptEntries(raw, []);
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now });
}

/** Returns what the site has in a language. */
export function inLanguage({ byLocale }: Site, locale: Locale): LocaleSite {
  const own = byLocale.get(locale);
  if (!own) throw new Error(`The site isn’t there in ${locale}.`);
  return own;
}
