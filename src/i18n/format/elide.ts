/**
 * Elides French articles before a vowel, for words that are inserted into a sentence: `un bon niveau de anglais` becomes
 * `un bon niveau d’anglais`, `le anglais` `l’anglais`. Before an h nothing happens: names of languages that begin with
 * it (hindi, haoussa, hongrois) don't take the apostrophe, but for a few. Every other language stays as it is.
 */
export function elideArticles(locale: string, sentence: string): string {
  return locale === 'fr'
    ? sentence.replaceAll(/(?<![\p{L}])([dDlL])e (?=[aeiouàâéèêëîïôœû])/giu, '$1’')
    : sentence;
}
