/** Presents an entry in a locale: its texts with their languages, and its address. */
import type { Locale } from '@/i18n/locales';
import type { TypeField } from '@/model/fields/type-fields';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryOf, Texts } from '@/model/types/types';
import type { Content } from '@/pipeline/content';
import { isComplete } from '@/pipeline/check/validate';

/** A value with its language. */
export interface LocalizedText<T> {
  readonly value: T;
  readonly lang: Locale;
}

/** An entry in one language. */
export interface LocalizedEntry<Name extends ContentTypeName> {
  readonly id: string;
  readonly type: Name;
  /** The language of the page. */
  readonly locale: Locale;
  /** The language in which the entry is shown: the page's, or another if there is no translation. */
  readonly lang: Locale;
  /** True if the entry is complete in the page's language. */
  readonly translated: boolean;
  /** The localized fields, each with its language. */
  readonly texts: {
    readonly [Key in keyof Texts<Name>]:
      LocalizedText<NonNullable<Texts<Name>[Key]>> | Extract<Texts<Name>[Key], undefined>;
  };
  readonly shared: EntryOf<Name>['shared'];
  readonly passed: EntryOf<Name>['passed'];
  /** Languages in which the entry is complete. */
  readonly translations: readonly Locale[];
}

/** The fields of an entry in one language, of whatever type it is. */
export interface EntryFields {
  readonly texts: Readonly<Record<string, LocalizedText<unknown> | undefined>>;
  readonly shared: object;
}

/** The value of a field that is known by its description; undefined where the entry has none. */
export function fieldValue(
  { texts, shared }: EntryFields,
  { name, isLocalized }: Pick<TypeField, 'name' | 'isLocalized'>,
): unknown {
  return isLocalized ? texts[name]?.value : Reflect.get(shared, name);
}

/**
 * Presents an entry in a locale. A translated entry falls back field by field (for optional texts that were never
 * translated), an untranslated one as a whole, so that languages aren't mixed by accident. The original language
 * comes first, since it is always complete; then the order of the source.
 */
export function localizeEntry<Name extends ContentTypeName>(
  entry: EntryOf<Name>,
  locale: Locale,
  site: Pick<Content, 'locales' | 'fallbacks'>,
): LocalizedEntry<Name> {
  const translations = site.locales.filter((candidate) => isComplete(entry, candidate));
  const translated = translations.includes(locale);
  const original = entry.shared.originalLanguage;
  const others = [original, ...(site.fallbacks[locale] ?? []), ...site.locales];
  const order = translated ? [locale, ...others] : others;
  const texts: Record<string, LocalizedText<unknown>> = {};
  for (const lang of new Set(order)) {
    for (const [key, value] of Object.entries(entry.locales[lang] ?? {})) {
      // A slug isn't a fallback for another language.
      if (value !== undefined && !(key in texts) && !(addressFields.has(key) && lang !== locale)) {
        texts[key] = { value, lang };
      }
    }
  }
  return {
    id: entry.id,
    type: entry.type,
    locale,
    lang: translated ? locale : original,
    translated,
    texts: texts as LocalizedEntry<Name>['texts'],
    shared: entry.shared,
    passed: entry.passed,
    translations,
  };
}

const addressFields = new Set(['slug', 'shortSlug', 'formerSlugs']);
