/** Encodes the dictionary of a language (build side, pure). */
import { encodeWords } from '../words/front-coding';
import type { DictionaryFile } from './dictionary';

/** Above this number of words, those of a single document are left out: they are half of the file, and rarely typed. */
const maxDictionaryWords = 20_000;

/** A word of documents. */
export interface DictionaryWord {
  readonly folded: string;
  /** In its most frequent spelling. */
  readonly spelling: string;
  /** The number of documents that have it. */
  readonly documents: number;
}

/** Encodes the dictionary of different words. Keeps at most `most` words, unless more are in two documents. */
export function encodeDictionary(
  words: readonly DictionaryWord[],
  index: string,
  most = maxDictionaryWords,
): DictionaryFile {
  const kept = words.filter(({ documents }) => documents > 1 || words.length <= most);
  kept.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  return {
    index,
    words: encodeWords(kept.map(({ spelling }) => spelling)),
    frequencies: kept.map(({ documents }) => Math.floor(Math.log2(documents)).toString(36)).join(''),
  };
}
