/**
 * Adapts the spelling of words to the index. Pagefind drops apostrophes, which makes one word of "l’école" that no visitor
 * types, and doesn't know ligatures. So elided words are split for the index, and joined again for display. The rules
 * are those of French; they fit French names in other languages too, and change no English or Spanish word.
 */

const letters = '\\p{L}\\p{N}';
const elided = `(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)`;
const elision = new RegExp(`(^|[^${letters}])(${elided}[’'])(?=[${letters}])`, 'giu');
const splitElision = new RegExp(`(^|[^${letters}])(${elided}[’']) (?=[${letters}]|$)`, 'giu');

/** Splits elided words: `'à l’école' -> 'à l’ école'`, so that "école" is a word of its own. */
export function splitElisions(text: string): string {
  return text.replace(elision, '$1$2 ');
}

/** Undoes `splitElisions`: `'à l’ école' -> 'à l’école'`. Also right for a text that ends in `'l’ '`. */
export function joinElisions(text: string): string {
  return text.replace(splitElision, '$1$2');
}

/** Replaces ligatures, as most keyboards write them: `'cœur' -> 'coeur'`. */
export function spellOutLigatures(text: string): string {
  return text.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe').replaceAll('æ', 'ae').replaceAll('Æ', 'Ae');
}

/** The words to search for, from a title or a query: `'l’œuvre' -> 'oeuvre'`. */
export function searchWords(text: string): string {
  return spellOutLigatures(text.replace(elision, '$1'));
}

/**
 * Words of a text that people may type differently from the index: with ligatures spelt out, and parts joined by
 * dashes, which Pagefind only splits at a hyphen: `'Un cœur, Cusco–Collao' -> ['coeur', 'collao', 'cusco']`
 */
export function otherSpellings(text: string): string[] {
  // Most texts have none, and matching all their words takes longer than the rest of the index.
  const words = /[œæ]/iu.test(text)
    ? text.split(/[^\p{L}\p{N}]+/u).filter((word) => /[œæ]/iu.test(word))
    : [];
  const joined = /[–—…·•]/u.test(text) ? (text.match(/[\p{L}\p{N}]+(?:[–—…·•][\p{L}\p{N}]+)+/gu) ?? []) : [];
  const parts = joined.flatMap((word) => word.split(/[–—…·•]/u));
  return [...new Set([...words, ...parts].map((word) => spellOutLigatures(word).toLowerCase()))].sort();
}
