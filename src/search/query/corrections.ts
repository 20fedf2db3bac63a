/** What somebody may have meant by a word that isn't in the index. Pure, shared with the browser. */
import type { Dictionary } from './dictionary';
import { areNeighbours } from '../words/keyboard';
import { nearWords, type FuzzyMatch } from '../words/near';
import { foldWord } from '../words/terms';

/** So many words are taken for meant, at most: the first five results show something of each. */
const mostCorrections = 5;
/** The fewest letters of a word that is corrected at all, that may have two errors, and that may be a beginning. */
const lengths = { corrected: 4, twoErrors: 8, beginning: 5 } as const;
/** How far behind the likeliest another may be, in powers of two. */
const closeEnough = 8;

/** A word that was probably meant. */
export interface Correction {
  /** Folded, as it is looked up. */
  readonly word: string;
  /** As it is written. */
  readonly spelling: string;
}

/** How likely a word was meant, as a power of two; only differences mean something. */
function likelihood(typed: string, word: string, often: number, locale: string): number {
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start++;
  const [wrong = '', next = ''] = [typed[start], typed[start + 1]];
  const isSwap = wrong === word[start + 1] && next === word[start] && wrong !== next;
  const isSlip = typed.length === word.length && areNeighbours(locale, wrong, word[start] ?? '');
  const isDoubling =
    typed.length !== word.length && (wrong === typed[start - 1] || word[start] === word[start - 1]);
  // A frequent word is sought more often, but not in proportion; few errors are in the first letter.
  return Math.log2(often) / 2 + (isSwap || isSlip || isDoubling ? 2 : 0) + (start === 0 ? 0 : 2);
}

function best(
  dictionary: Dictionary,
  typed: string,
  near: readonly FuzzyMatch[],
  locale: string,
): Correction[] {
  const { words, spellings, frequencies } = dictionary;
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const judged = near
    .filter(({ distance }) => distance === nearest)
    .map(({ place }) => {
      const word = words[place] ?? '';
      return { place, word, likely: likelihood(typed, word, frequencies[place] ?? 1, locale) };
    })
    .sort((a, b) => b.likely - a.likely || a.place - b.place);
  const top = judged[0]?.likely ?? 0;
  return judged
    .filter(({ likely }) => top - likely <= closeEnough)
    .slice(0, mostCorrections)
    .map(({ place, word }) => ({ word, spelling: spellings[place] ?? word }));
}

/** The words that are one error away from a term, likeliest first, at most five; itself isn't one. */
export function neighboursOf(dictionary: Dictionary, term: string, locale: string): Correction[] {
  const typed = foldWord(term);
  if (typed.length < lengths.corrected) return [];
  const near = nearWords(dictionary, typed, 1).filter(({ distance }) => distance > 0);
  return best(dictionary, typed, near, locale);
}

/**
 * What a term that no indexed word begins with was meant to be, likeliest first, at most five: words one error away;
 * else, where it is long, two errors; else words whose beginning is one error away. A word of fewer than four letters
 * could be anything, and none is.
 */
export function corrections(dictionary: Dictionary, term: string, locale: string): Correction[] {
  const typed = foldWord(term);
  const oneError = neighboursOf(dictionary, term, locale);
  if (oneError.length > 0) return oneError;
  if (typed.length >= lengths.twoErrors) {
    const twoErrors = best(dictionary, typed, nearWords(dictionary, typed, 2), locale);
    if (twoErrors.length > 0) return twoErrors;
  }
  return typed.length >= lengths.beginning
    ? best(dictionary, typed, nearWords(dictionary, typed, 1, true), locale)
    : [];
}
