import { cacheByText } from './cache-by-text';
import {
  createTranslate,
  type IslandStrings,
  type PluralKeyOf,
  type TranslateKeys,
} from './create-translate';
import type { PluralForms } from './interpolate';
import type { Locale } from './locales';
import { isStringKey, strings, type StringKey } from './strings';

/** A key whose forms `<key>.one` and `<key>.other` exist. */
export type PluralKey = PluralKeyOf<StringKey>;

/** The words of one language, at build time. */
export interface Translate extends TranslateKeys<StringKey> {
  /** The forms of a plural message, for a script in the browser that has no `t()`. */
  forms(key: PluralKey): PluralForms;
  /** All strings of these prefixes and keys, for an island: `('search.', 'pager.next')`. */
  all<const Selected extends string>(...selected: readonly Selected[]): IslandStrings<Selected>;
  readonly locale: Locale;
}

/**
 * The keys of these prefixes and keys, in the order in which the language has them. Found once: thousands of pages ask for the
 * same ones.
 */
const selectKeys = cacheByText((locale: Locale, ...selected: readonly string[]) => {
  const isSelected = (key: string) =>
    selected.some((one) => (one.endsWith('.') ? key.startsWith(one) : key === one));
  return (Object.keys(strings[locale]) as StringKey[]).filter(isSelected);
});

/** The `t()` of a language. */
export function translator(locale: Locale): Translate {
  const find = (key: string) => (isStringKey(key) ? strings[locale][key] : undefined);
  const t = createTranslate<StringKey>(locale, find);
  return Object.assign(t, {
    locale,
    forms: (key: PluralKey) => ({ one: t(`${key}.one`), other: t(`${key}.other`) }),
    all: <const Selected extends string>(...selected: readonly Selected[]) =>
      Object.fromEntries(
        selectKeys(locale, ...selected).map((key) => [key, strings[locale][key]]),
      ) as IslandStrings<Selected>,
  });
}
