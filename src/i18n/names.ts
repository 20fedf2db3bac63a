/** Names of countries, regions and languages, from the platform's own data where our files don't override it. */
import { cacheByText } from './cache-by-text';
import type { Locale } from './locales';
import type { Translate } from './translate';

type NameType = 'region' | 'language';

const displayNames = cacheByText((locale: Locale, type: NameType) => new Intl.DisplayNames(locale, { type }));

/** The platform's name of a code; undefined if it has none. Asked for on every row, and dear to find. */
const platformName = cacheByText((locale: Locale, type: NameType, code: string) =>
  displayNames(locale, type).of(code),
);

/** A country's everyday name: `('en', 'CI') -> 'Côte d’Ivoire'`. */
export function countryName(t: Translate, code: string): string {
  return t.maybe(`country.${code}`) ?? platformName(t.locale, 'region', code) ?? code;
}

/** A UN region's name: `('fr', '011') -> 'Afrique de l’Ouest'`. */
export function regionName(t: Translate, code: string): string {
  return t.maybe(`region.${code}`) ?? platformName(t.locale, 'region', code) ?? code;
}

/** A language's name, as it stands inside a sentence of the reader's language: `('fr', 'es') -> 'espagnol'`. */
export function languageName(t: Translate, tag: string): string {
  return t.maybe(`language.${tag}`) ?? platformName(t.locale, 'language', tag) ?? tag;
}

/** A word as it stands at the start of a line: `'espagnol' -> 'Espagnol'`. */
export function capitalize(t: { readonly locale: string }, word: string): string {
  const [first = ''] = word;
  return first.toLocaleUpperCase(t.locale) + word.slice(first.length);
}

/** The label of a vocabulary's id, else the id: `('task', 'translation') -> 'Translation'`. */
export function label(t: Pick<Translate, 'maybe'>, prefix: string, id: string): string {
  return t.maybe(`${prefix}.${id}`) ?? id;
}
