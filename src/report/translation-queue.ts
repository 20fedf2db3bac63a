/** Lists the translations that are older than their originals, for each language. */
import type { Locale } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { findOutdated } from '@/model/translation-age';
import type { Entry } from '@/model/types/types';
import { createEntryRef, type EntryRef } from './entry-ref';

/** An entry whose translation is outdated. */
interface OutdatedEntry extends EntryRef {
  readonly original: Locale;
  /** The fields whose original changed after they were translated, in the model's order. */
  readonly fields: readonly string[];
}

/** The outdated translations into a language. */
export interface LanguageQueue {
  readonly locale: Locale;
  /** In the order of the types, and by title. */
  readonly entries: readonly OutdatedEntry[];
}

/** Lists the outdated translations of entries, for each language of the site. */
export function queueTranslations(
  entries: readonly Entry[],
  locales: readonly Locale[],
  editor: string | undefined,
): LanguageQueue[] {
  const outdated = entries.flatMap((entry) =>
    findOutdated(entry.type, entry).map(({ locale, fields }) => ({
      locale,
      entry: {
        ...createEntryRef(entry, editor),
        original: entry.shared.originalLanguage,
        fields,
      },
    })),
  );
  return locales.map((locale) => ({
    locale,
    entries: outdated
      .filter((one) => one.locale === locale)
      .map(({ entry }) => entry)
      .toSorted(
        (a, b) =>
          contentTypeNames.indexOf(a.type) - contentTypeNames.indexOf(b.type) || (a.title < b.title ? -1 : 1),
      ),
  }));
}
