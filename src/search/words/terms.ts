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

/** A word in small letters and without signs, its accents kept: `'Été,' -> 'été'`. Folded it is `foldWord` of it. */
function spellWord(word: string): string {
  const spelled = word.normalize('NFC').replace(notWord, '').toLowerCase();
  return /[\p{L}\p{N}]/u.test(spelled) ? spelled : '';
}

/** The words that a text is found by, as it spells them: `'Well-being, été' -> ['wellbeing', 'well', 'being', 'été']`. */
export function spelledWords(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((token) => {
      const parts = token.split(betweenParts).map(spellWord);
      return [...new Set([spellWord(token), ...parts.filter((part) => part.length > 1)])];
    })
    .filter((word) => word !== '');
}

/** The same, folded: `'Well-being, été' -> ['wellbeing', 'well', 'being', 'ete']`. */
export function indexWords(text: string): string[] {
  return spelledWords(text).map(foldWord);
}

/** What somebody typed, as it is looked up. */
export interface SearchTerms {
  /** What Pagefind is asked for; empty where nothing can be looked up, as for `'?!'`. */
  readonly text: string;
  /** The words that all have to be found; none for a phrase, which Pagefind finds as it stands or not at all. */
  readonly terms: readonly string[];
}

/** `'L’eau et/ou le sol' -> { text: 'eau et ou le sol', terms: ['eau', 'et', 'ou', 'le', 'sol'] }` */
export function readQuery(words: string): SearchTerms {
  const isPhrase = /^\s*".+"\s*$/u.test(words);
  const terms = searchWords(words)
    // These stand between words, with or without a space; Pagefind would make one word of both.
    .split(/[\s"“”«»,;:!?¡¿/\\|()[\]{}<>=–—…·•]+/u)
    .filter((term) => foldWord(term) !== '');
  const text = terms.join(' ');
  return isPhrase ? { text: text === '' ? '' : `"${text}"`, terms: [] } : { text, terms };
}
