/**
 * Words as the index takes them. Pagefind drops apostrophes, which makes one word of "l’école" that nobody types, and
 * knows no ligatures. So elided words are split on the way in, and put together again on the way out. The rules are
 * those of French; they fit the French names that stand in other languages too, and touch no English or Spanish word.
 */

const letters = '\\p{L}\\p{N}';
const elided = `(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)`;
const elision = new RegExp(`(^|[^${letters}])(${elided}[’'])(?=[${letters}])`, 'giu');
const splitElision = new RegExp(`(^|[^${letters}])(${elided}[’']) (?=[${letters}]|$)`, 'giu');

/** `'à l’école' -> 'à l’ école'`, so that "école" is a word of its own. */
export function splitElisions(text: string): string {
  return text.replace(elision, '$1$2 ');
}

/** Undoes `splitElisions`: `'à l’ école' -> 'à l’école'`. Also right for a piece that ends in `'l’ '`. */
export function joinElisions(text: string): string {
  return text.replace(splitElision, '$1$2');
}

/** `'cœur' -> 'coeur'`: as most keyboards write it. */
export function spellOutLigatures(text: string): string {
  return text.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe').replaceAll('æ', 'ae').replaceAll('Æ', 'Ae');
}

/** Words to look for, from a title or from what somebody typed: `'l’œuvre' -> 'oeuvre'`. */
export function searchWords(text: string): string {
  return spellOutLigatures(text.replace(elision, '$1'));
}

/**
 * The words of a text that are looked up in another spelling than that which the index takes them in: with ligatures
 * spelt out, and parts of what dashes join, which Pagefind only separates at a hyphen:
 * `'Un cœur, Cusco–Collao' -> ['coeur', 'collao', 'cusco']`
 */
export function otherSpellings(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]*[œæ][\p{L}\p{N}]*/giu) ?? [];
  const joined = text.match(/[\p{L}\p{N}]+(?:[–—…·•][\p{L}\p{N}]+)+/gu) ?? [];
  const parts = joined.flatMap((word) => word.split(/[–—…·•]/u));
  return [...new Set([...words, ...parts].map((word) => spellOutLigatures(word).toLowerCase()))].sort();
}
