/** How far an entry is translated, and which translations are older than their originals. */
import { isLocale, type Locale } from '@/i18n/locales';
import { unwrap } from '@/model/fields/fields';
import { findOutdated } from '@/model/translation-age';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { prune } from '@/model/fields/prune';
import type { z } from 'zod';

/** A language of the space that the entry wasn't written in. */
export interface TranslationState {
  readonly locale: Locale;
  /** False if nothing is written in it. */
  readonly isBegun: boolean;
  /** The required fields that are missing. */
  readonly missing: readonly string[];
  /** The fields whose original changed after they were translated. */
  readonly outdated: readonly string[];
}

/** The language that the entry was first written in, if it says one. */
export function findOriginal({ shared }: RawEntry): Locale | undefined {
  const original = shared['originalLanguage'];
  return isLocale(original) ? original : undefined;
}

/** Returns the state of each language but the original one. */
export function findTranslations(entry: RawEntry, languages: readonly Locale[]): TranslationState[] {
  const original = findOriginal(entry);
  const required = Object.entries<z.core.$ZodType>(contentTypes[entry.type].localized.shape).flatMap(
    ([name, schema]) => (unwrap(schema) === schema ? [name] : []),
  );
  const outdated = new Map(findOutdated(entry.type, entry).map(({ locale, fields }) => [locale, fields]));
  return languages
    .filter((locale) => locale !== original)
    .map((locale) => {
      const fields = entry.locales[locale] ?? {};
      return {
        locale,
        isBegun: Object.values(fields).some((value) => prune(value) !== undefined),
        missing: required.filter((name) => prune(fields[name]) === undefined),
        outdated: outdated.get(locale) ?? [],
      };
    });
}
