/**
 * Splits text into words, for the index and for lookups. The rules are those of Pagefind 1.6: it splits at spaces,
 * drops all characters but letters, digits and `_`, and also indexes the parts of a compound with two letters or more.
 * Shared with the browser.
 */
import { searchWords } from './spelling';

const notWord = /[^\p{L}\p{M}\p{N}_]+/gu;
/** Separators in `well-being`, `and/or`, `OpenStreetMap` and `Cusco–Collao`. */
const betweenParts = /[!-/:-@[-`{-~–—…·•]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/**
 * Folds a word, without capitals, accents and punctuation: `'d’Été' -> 'dete'`. Empty where it has no letter and no
 * digit.
 */
export function foldWord(word: string): string {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').replace(notWord, '').toLowerCase();
  return /[\p{L}\p{N}]/u.test(folded) ? folded : '';
}

/**
 * Lowercases a word and drops punctuation, with its accents: `'Été,' -> 'été'`. `foldWord` gives the same result for
 * both.
 */
function spellWord(word: string): string {
  const spelled = word.normalize('NFC').replace(notWord, '').toLowerCase();
  return /[\p{L}\p{N}]/u.test(spelled) ? spelled : '';
}

/** The index words of a text in their spelling: `'Well-being, été' -> ['wellbeing', 'well', 'being', 'été']`. */
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

/** A parsed query. */
interface QueryTerms {
  /** Without other signs; empty if it has no words, as for `'?!'`. */
  readonly text: string;
  /** The words; none for a phrase in quotation marks, which is only found as a whole. */
  readonly terms: readonly string[];
}

/** Parses a query: `'L’eau et/ou le sol' -> { text: 'eau et ou le sol', terms: ['eau', 'et', 'ou', 'le', 'sol'] }` */
export function parseSearchQuery(words: string): QueryTerms {
  const isPhrase = /^\s*".+"\s*$/u.test(words);
  const terms = searchWords(words)
    // These separate words, with or without a space.
    .split(/[\s"“”«»,;:!?¡¿/\\|()[\]{}<>=–—…·•]+/u)
    .filter((term) => foldWord(term) !== '');
  const text = terms.join(' ');
  return isPhrase ? { text: text === '' ? '' : `"${text}"`, terms: [] } : { text, terms };
}
