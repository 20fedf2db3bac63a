/** Presents an entry in a locale: its texts with their languages, and its address. */
import type { Locale } from '@/i18n/locales';
import type { EntryOf } from '@/model/fields/define';
import type { TypeField } from '@/model/fields/type-fields';
import type { ContentEntry } from '@/model/types/entry';
import type { ContentTypes } from '@/model/types/types';
import { isComplete, type AnyEntry } from '@/pipeline/check/validate';

/** A value with its language. */
export interface LocalizedText<T> {
  readonly value: T;
  readonly lang: Locale;
}

/** The localized fields of a type, each with its language. */
export type LocalizedTexts<L> = {
  readonly [Key in keyof L]: LocalizedText<NonNullable<L[Key]>> | Extract<L[Key], undefined>;
};

/** An entry in one language. */
export interface LocalizedEntry<L, S> {
  readonly id: string;
  readonly type: AnyEntry['type'];
  /** The language of the page. */
  readonly locale: Locale;
  /** The language in which the entry is shown: the page's, or another if there is no translation. */
  readonly lang: Locale;
  /** True if the entry is complete in the page's language. */
  readonly translated: boolean;
  readonly texts: LocalizedTexts<L>;
  readonly shared: S;
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

type LocalizedOf<T> = T extends ContentEntry<infer L, unknown> ? L : never;
type SharedOf<T> = T extends ContentEntry<unknown, infer S> ? S : never;

/** The localized form of each type. */
export type LocalizedEntryOf<Name extends keyof ContentTypes> = LocalizedEntry<
  LocalizedOf<EntryOf<ContentTypes[Name]>>,
  SharedOf<EntryOf<ContentTypes[Name]>>
>;

/**
 * Presents an entry in a locale. A translated entry falls back field by field (for optional texts that were never
 * translated), an untranslated one as a whole, so that languages aren't mixed by accident. The original language
 * comes first, since it is always complete; then the order of the source.
 */
export function localizeEntry<E extends AnyEntry>(
  entry: E,
  locale: Locale,
  site: {
    readonly locales: readonly Locale[];
    readonly fallbacks: Readonly<Partial<Record<Locale, readonly Locale[]>>>;
  },
): LocalizedEntry<LocalizedOf<E>, SharedOf<E>> {
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
    texts: texts as LocalizedTexts<LocalizedOf<E>>,
    shared: entry.shared as SharedOf<E>,
    translations,
  };
}

const addressFields = new Set(['slug', 'shortSlug', 'formerSlugs']);
