/**
 * Elided words and ligatures: the index has neither, since few keyboards write them and no visitor types "l’école" in one.
 * The rules are those of French; they fit French names in other languages too, and change no English or Spanish word.
 */

const letters = '\\p{L}\\p{N}';
const elided = `(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)`;
const elision = new RegExp(`(^|[^${letters}])(${elided}[’'])(?=[${letters}])`, 'giu');
const splitElision = new RegExp(`(^|[^${letters}])(${elided}[’']) (?=[${letters}]|$)`, 'giu');

/** Drops elided words: `'à l’école' -> 'à école'`. */
export const withoutElisions = (text: string): string => text.replace(elision, '$1');

/** Splits elided words: `'à l’école' -> 'à l’ école'`. Pagefind would make one word of both. */
export const splitElisions = (text: string): string => text.replace(elision, '$1$2 ');

/** Undoes `splitElisions`: `'à l’ école' -> 'à l’école'`. Also right for a text that ends in `'l’ '`. */
export const joinElisions = (text: string): string => text.replace(splitElision, '$1$2');

/** Replaces ligatures, as most keyboards write them: `'cœur' -> 'coeur'`. */
export const spellOutLigatures = (text: string): string =>
  text.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe').replaceAll('æ', 'ae').replaceAll('Æ', 'Ae');

/**
 * Words that Pagefind doesn't find as people may type them: with ligatures spelt out, and parts joined by dashes, which it
 * only splits at a hyphen: `'Un cœur, Cusco–Collao' -> ['coeur', 'collao', 'cusco']`
 */
export function otherSpellings(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => /[œæ]/iu.test(word));
  const joined = text.match(/[\p{L}\p{N}]+(?:[–—…·•][\p{L}\p{N}]+)+/gu) ?? [];
  const parts = joined.flatMap((word) => word.split(/[–—…·•]/u));
  return [...new Set([...words, ...parts].map((word) => spellOutLigatures(word).toLowerCase()))].sort();
}
