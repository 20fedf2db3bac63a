/** Finds the language of a sheet by its commonest words. */
import { locales, type Locale } from '@/i18n/locales';

/** Small words that the two other languages don't have. */
const smallWords: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(['the', 'and', 'of', 'for', 'with', 'to', 'by', 'from', 'that', 'our']),
  fr: new Set(['le', 'les', 'des', 'du', 'et', 'pour', 'dans', 'une', 'est', 'aux', 'avec', 'sur']),
  es: new Set(['el', 'los', 'las', 'del', 'y', 'para', 'con', 'una', 'por', 'que', 'al']),
};

/** Returns the language with by far the most small words; undefined if that isn't clear. */
export function detectLanguage(texts: readonly string[]): Locale | undefined {
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = locales
    .map((locale) => ({ locale, count: words.filter((word) => smallWords[locale].has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > 0 && first.count >= 2 * (second?.count ?? 0) ? first.locale : undefined;
}
