/**
 * What counts as a word, for the index and for who looks something up in it. The rules are those of Pagefind 1.6: it
 * takes what stands between spaces, drops every sign but letters, digits and `_`, and files a compound under its parts
 * of two letters and more as well. Shared with the browser.
 */
import { searchWords } from './words';

const notWord = /[^\p{L}\p{M}\p{N}_]+/gu;
/** Between the parts of `well-being`, `and/or`, `OpenStreetMap` and `Cusco–Collao`. */
const betweenParts = /[!-/:-@[-`{-~–—…·•]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** A word without capitals, accents and signs: `'d’Été' -> 'dete'`. Empty where it has no letter and no digit. */
export function foldWord(word: string): string {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').replace(notWord, '').toLowerCase();
  return /[\p{L}\p{N}]/u.test(folded) ? folded : '';
}

/** The folded words that a text is found by: `'Well-being, été' -> ['wellbeing', 'well', 'being', 'ete']`. */
export function indexWords(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((token) => {
      const parts = token.split(betweenParts).map(foldWord);
      return [...new Set([foldWord(token), ...parts.filter((part) => part.length > 1)])];
    })
    .filter((word) => word !== '');
}

/** What somebody typed, as it is looked up. */
export interface Query {
  /** What Pagefind is asked for; empty where nothing can be looked up, as for `'?!'`. */
  readonly text: string;
  /** The words that all have to be found; none for a phrase, which Pagefind finds as it stands or not at all. */
  readonly terms: readonly string[];
}

/** `'L’eau et/ou le sol' -> { text: 'eau et ou le sol', terms: ['eau', 'et', 'ou', 'le', 'sol'] }` */
export function readQuery(words: string): Query {
  const isPhrase = /^\s*".+"\s*$/u.test(words);
  const terms = searchWords(words)
    // These stand between words, with or without a space; Pagefind would make one word of both.
    .split(/[\s"“”«»,;:!?¡¿/\\|()[\]{}<>=–—…·•]+/u)
    .filter((term) => foldWord(term) !== '');
  const text = terms.join(' ');
  return isPhrase ? { text: text === '' ? '' : `"${text}"`, terms: [] } : { text, terms };
}
