/**
 * The `t()` of a language over any strings: at build time over all of them (`translate.ts`), in the browser over those that an
 * island received. Holds no strings itself.
 */
import { interpolate, pluralize, type Params } from './interpolate';
import type { StringKey } from './strings';

/** The keys among `Key` of which forms `<key>.one` and `<key>.other` exist. */
export type PluralKeyOf<Key extends string> = Key extends `${infer Stem}.other`
  ? `${Stem}.one` extends StringKey
    ? Stem
    : never
  : never;

/** Translates the strings with these keys. */
export interface TranslateKeys<Key extends string> {
  /** A string, its `{gaps}` filled. */
  (key: Key, params?: Params): string;
  /** A string in the plural form for a count; `{n}` is the count. */
  count(key: PluralKeyOf<Key>, count: number, params?: Params): string;
  /** A string whose key is made from data, or undefined where there is none: `country.TR`. */
  maybe(key: string): string | undefined;
  readonly locale: string;
}

/** Creates the `t()` of a language from a function that finds a string by its key. */
export function createTranslate<Key extends string>(
  locale: string,
  find: (key: string) => string | undefined,
): TranslateKeys<Key> {
  const t = (key: string, params?: Params) => {
    const text = find(key) ?? key;
    return params ? interpolate(text, params) : text;
  };
  return Object.assign(t, {
    locale,
    count: (key: string, count: number, params?: Params) =>
      pluralize({ one: t(`${key}.one`), other: t(`${key}.other`) }, count, locale, params),
    maybe: find,
  });
}

/** A prefix of keys with its dot (`search.`), or a whole key. */
export type KeyOrPrefix = StringKey | `${string}.`;

/** The keys that a prefix or a key stands for. */
export type KeysOf<Selected extends string> = Selected extends `${string}.`
  ? Extract<StringKey, `${Selected}${string}`>
  : Extract<StringKey, Selected>;

/** The strings that an island receives, by key. */
export type IslandStrings<Selected extends string> = Readonly<Record<KeysOf<Selected>, string>>;

/** The `t()` of an island that received these strings. */
export type IslandTranslate<Selected extends string> = TranslateKeys<KeysOf<Selected>>;

/** Creates the `t()` of an island from the strings that it received. */
export function translateIsland<Key extends string>(
  locale: string,
  strings: Readonly<Record<Key, string>>,
): TranslateKeys<Key> {
  return createTranslate(locale, (key) => (strings as Readonly<Record<string, string>>)[key]);
}
