/** Finds corrections for a word that isn't in the index. Pure, shared with the browser. */
import type { Dictionary } from './dictionary';
import { findFuzzyMatches, type FuzzyMatch } from '../words/fuzzy-match';
import { foldWord } from '../words/tokenize';

/** The maximum number of corrections: the first five results show something of each. */
const maxCorrections = 5;
/** The minimum length of a word that is corrected at all, that may have two errors, and that may be a prefix. */
const lengths = { corrected: 4, twoErrors: 8, prefix: 5 } as const;
/** Corrections may be this much less likely than the likeliest one, in powers of two. */
const maxLikelihoodGap = 8;

/** A word that was probably intended. */
export interface Correction {
  /** Folded, as it is looked up. */
  readonly word: string;
  /** In its usual spelling. */
  readonly spelling: string;
}

/** The likelihood of a correction, as a power of two; only differences are meaningful. */
function likelihood(typed: string, word: string, often: number): number {
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start++;
  const [wrong = '', next = ''] = [typed[start], typed[start + 1]];
  const isSwap = wrong === word[start + 1] && next === word[start] && wrong !== next;
  const isDoubling =
    typed.length !== word.length && (wrong === typed[start - 1] || word[start] === word[start - 1]);
  // A frequent word is searched for more often, but not in proportion; few errors are in the first letter.
  return Math.log2(often) / 2 + (isSwap || isDoubling ? 2 : 0) + (start === 0 ? 0 : 2);
}

function best(dictionary: Dictionary, typed: string, matches: readonly FuzzyMatch[]): Correction[] {
  const { words, spellings, frequencies } = dictionary;
  const nearest = Math.min(...matches.map(({ distance }) => distance));
  const judged = matches
    .filter(({ distance }) => distance === nearest)
    .map(({ place }) => {
      const word = words[place] ?? '';
      return { place, word, likely: likelihood(typed, word, frequencies[place] ?? 1) };
    })
    .sort((a, b) => b.likely - a.likely || a.place - b.place);
  const top = judged[0]?.likely ?? 0;
  return judged
    .filter(({ likely }) => top - likely <= maxLikelihoodGap)
    .slice(0, maxCorrections)
    .map(({ place, word }) => ({ word, spelling: spellings[place] ?? word }));
}

/** Words with one edit from a term, likeliest first, at most five; never the term itself. */
export function correctionsWithOneEdit(
  dictionary: Dictionary,
  term: string,
  shortest: number = lengths.corrected,
): Correction[] {
  const typed = foldWord(term);
  if (typed.length < shortest) return [];
  const near = findFuzzyMatches(dictionary, typed, 1).filter(({ distance }) => distance > 0);
  return best(dictionary, typed, near);
}

/**
 * Corrections of a term that is no prefix of an indexed word, likeliest first, at most five: words one edit away; else,
 * for a long term, two edits; else words with a prefix one edit away. Words of fewer than `shortest` letters, by default
 * four, aren't corrected.
 */
export function findCorrections(dictionary: Dictionary, term: string, shortest?: number): Correction[] {
  const typed = foldWord(term);
  const oneError = correctionsWithOneEdit(dictionary, term, shortest);
  if (oneError.length > 0) return oneError;
  if (typed.length >= lengths.twoErrors) {
    const twoErrors = best(dictionary, typed, findFuzzyMatches(dictionary, typed, 2));
    if (twoErrors.length > 0) return twoErrors;
  }
  return typed.length >= lengths.prefix
    ? best(dictionary, typed, findFuzzyMatches(dictionary, typed, 1, true))
    : [];
}
