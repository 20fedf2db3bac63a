/** An entry as readers of one language see it: which words, in which language, at which address. */
import type { Locale } from '@/i18n/locales';
import type { EntryOf } from '@/model/fields/define';
import type { ContentEntry } from '@/model/types/entry';
import type { ContentTypes } from '@/model/types/types';
import { isComplete, type AnyEntry } from '@/pipeline/check/validate';

/** Words together with the language that they are really in. */
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
  /** The language that the entry is shown in: the page's, or where there is no translation another. */
  readonly lang: Locale;
  /** True where the entry is complete in the page's language. */
  readonly translated: boolean;
  readonly texts: LocalizedTexts<L>;
  readonly shared: S;
  /** Languages in which the entry is complete. */
  readonly translations: readonly Locale[];
}

type LocalizedOf<T> = T extends ContentEntry<infer L, unknown> ? L : never;
type SharedOf<T> = T extends ContentEntry<unknown, infer S> ? S : never;

/** The shown form of each type. */
export type LocalizedEntryOf<Name extends keyof ContentTypes> = LocalizedEntry<
  LocalizedOf<EntryOf<ContentTypes[Name]>>,
  SharedOf<EntryOf<ContentTypes[Name]>>
>;

/**
 * Shows an entry in a language. A translated entry falls back field by field (an optional text that was never
 * translated), an untranslated one as a whole, so that no page mixes languages by accident. The original language
 * comes first, since it is always complete; then the source's own order.
 */
export function present<E extends AnyEntry>(
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
      // An address belongs to its language: one of another language is no fallback.
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
