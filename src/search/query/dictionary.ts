/**
 * The dictionary of a language: every word of its index, sorted in folded form, with its frequency. One file for each
 * language, which the browser loads only for a word that the index doesn't have as typed, or hardly has: to tell a
 * prefix from an unknown word, to find all words with a prefix, and to find corrections. Shared with the browser.
 */
import { decodeWords } from '../words/front-coding';
import { foldWord } from '../words/tokenize';

/** The file `search/<locale>.words.json`. */
export interface DictionaryFile {
  /** The version of the index with these words. */
  readonly index: string;
  /** In the most frequent spelling, encoded by `encodeWords`. */
  readonly words: string;
  /** For each word the number of documents, as the integer part of its binary logarithm: `2` for 4 to 7. */
  readonly frequencies: string;
}

export interface Dictionary {
  /** Sorted by code units, folded. */
  readonly words: readonly string[];
  /** Each word in its spelling, with accents. */
  readonly spellings: readonly string[];
  /** For each word the minimum number of its documents: a power of two. */
  readonly frequencies: readonly number[];
}

/** Reads a dictionary file. */
export function readDictionary(file: DictionaryFile): Dictionary {
  const spellings = decodeWords(file.words);
  return {
    // Most words have no accents, and need no folding.
    words: spellings.map((word) => (/^[a-z0-9]*$/.test(word) ? word : foldWord(word))),
    spellings,
    frequencies: Array.from(file.frequencies, (digit) => 2 ** Number.parseInt(digit, 36)),
  };
}

/** The index of the first word that doesn't sort before `word`. */
export function lowerBound(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The words with a folded prefix: the most frequent first, then by code units. */
export function wordsWithPrefix({ words, frequencies }: Dictionary, prefix: string): string[] {
  const from = lowerBound(words, prefix);
  const found: { readonly word: string; readonly often: number }[] = [];
  for (let place = from; words[place]?.startsWith(prefix); place += 1) {
    found.push({ word: words[place] ?? '', often: frequencies[place] ?? 0 });
  }
  return found.sort((a, b) => b.often - a.often).map(({ word }) => word);
}
