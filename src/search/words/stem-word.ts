/**
 * Light stemming rules, which unite singular and plural, masculine and feminine. Pagefind has its stemmers inside its
 * WebAssembly, and Snowball's weigh more than all other code that finds entries, so these are Harman's rules for
 * English, and Savoy's for French and Spanish, as in Lucene (EnglishMinimalStemmer, FrenchMinimalStemmer,
 * SpanishLightStemmer). Pure, shared with the browser.
 */

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  en: (word) => {
    if (word.length < 3) return word;
    const one = /[^ae]ies$/.test(word) ? word.replace(/ies$/, 'y') : word;
    const singular = /[us]s$|[aeio]es$/.test(one) ? one : one.replace(/s$/, '');
    // The verb endings among Porter's rules.
    return singular.length > 5 ? singular.replace(/(?:ed|ing|e)$/, '') : singular;
  },
  fr: (word) => {
    if (word.length < 6) return word;
    if (word.endsWith('x')) return word.replace(/aux$/, 'alx').slice(0, -1);
    return word.replace(/e?e?r?s?$/, '').replace(/(.)\1$/, '$1');
  },
  es: (word) => {
    if (word.length < 5) return word;
    return /eses$/.test(word) ? word.slice(0, -2) : word.replace(/ces$/, 'z').replace(/[aeo]s?$/, '');
  },
};

/** The stem of a folded word: `('es', 'maestras') -> 'maestr'`; the word itself in a language without rules. */
export function stemWord(locale: string, word: string): string {
  return stemmers[locale]?.(word) ?? word;
}
