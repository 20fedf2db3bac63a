import { interpolate, pluralize, type Params, type PluralForms } from './interpolate';
import type { Locale } from './locales';
import { isStringKey, strings, type StringKey } from './strings';

type StemOf<Key> = Key extends `${infer Stem}.other`
  ? `${Stem}.one` extends StringKey
    ? Stem
    : never
  : never;

/** A key whose forms `<key>.one` and `<key>.other` exist. */
export type PluralKey = StemOf<StringKey>;

/** The words of one language. */
export interface Translate {
  /** A message, its `{gaps}` filled. */
  (key: StringKey, params?: Params): string;
  /** A message in the plural form that the count asks for; `{n}` is the count. */
  count(key: PluralKey, count: number, params?: Params): string;
  /** The forms of a plural message, for a component in the browser. */
  forms(key: PluralKey): PluralForms;
  /** A message whose key is made from data, or undefined if there is none: `country.TR`. */
  maybe(key: string): string | undefined;
  readonly locale: Locale;
}

function formsOf(locale: Locale, key: PluralKey): PluralForms {
  const form = (category: string) => strings[locale][`${key}.${category}` as StringKey];
  return { one: form('one'), other: form('other') };
}

/** The `t()` of a language. */
export function translator(locale: Locale): Translate {
  const t = (key: StringKey, params?: Params) => {
    const message = strings[locale][key];
    return params ? interpolate(message, params) : message;
  };
  return Object.assign(t, {
    locale,
    count: (key: PluralKey, count: number, params: Params = {}) =>
      pluralize(formsOf(locale, key), count, locale, params),
    forms: (key: PluralKey) => formsOf(locale, key),
    maybe: (key: string) => (isStringKey(key) ? strings[locale][key] : undefined),
  });
}
