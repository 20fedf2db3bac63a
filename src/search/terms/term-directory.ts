/**
 * The directory of a language's words: where the terms of texts are, and words that are spelled right. Shared by the build and the browser.
 */
import { relevance } from '../ranking';
import { readWordFileList, type FindWordFiles, type WordFileList } from '../word-files/word-file-list';

/** The file `search/<locale>.terms.json`. */
export interface TermsFile {
  /** The version of the index whose opportunities the serials count. */
  readonly index: string;
  /** The length of each opportunity, by serial: `encodeLengths`. */
  readonly lengths: string;
  /** Files of stems: see `stem-lines.ts`. */
  readonly terms: WordFileList;
  /** Files of words that are spelled right: see `front-coding.ts`. */
  readonly known: WordFileList;
}

interface TermDirectory {
  /** The number of opportunities. */
  readonly size: number;
  /** How much less a word counts in a longer opportunity, by serial: 1 for one of average length. */
  readonly norms: readonly number[];
  readonly terms: FindWordFiles;
  readonly known: FindWordFiles;
}

/** Steps between a length and its double, of which each is a digit. */
const steps = 3;

/** Encodes numbers of words, a digit for each: the same one for lengths that differ by a tenth. */
export const encodeLengths = (lengths: readonly number[]): string =>
  lengths
    .map((length) => Math.min(35, Math.round(steps * Math.log2(Math.max(1, length)))).toString(36))
    .join('');

function readNorms(encoded: string): number[] {
  const lengths = Array.from(encoded, (digit) => 2 ** (Number.parseInt(digit, 36) / steps));
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return lengths.map((length) => 1 - relevance.length + (relevance.length * length) / average);
}

/** Reads a directory file. */
export function readTermDirectory(file: TermsFile): TermDirectory {
  return {
    size: file.lengths.length,
    norms: readNorms(file.lengths),
    terms: readWordFileList(file.terms),
    known: readWordFileList(file.known),
  };
}
