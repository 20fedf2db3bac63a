/** The format of the file `search/<locale>.meaning.json`, and of those that it names. Shared by the build and the browser. */
import type { WordFileList } from '../word-files/word-file-list';
import { decodeVector, type Vector } from './vectors';

export interface MeaningFile {
  /** The version of the index whose opportunities the serials count. */
  readonly index: string;
  /** Files with the vectors of stems. */
  readonly words: WordFileList;
  /** Groups of opportunities that are similar to each other: their centres, one vector after the other. */
  readonly centres: string;
  /** The names of the groups’ files, one after the other, with the vectors of serials. */
  readonly groups: string;
}

/** A line of a file: `teach<TAB>7a08…`. */
export const vectorLine = (key: string | number, digits: string): string => `${key}\t${digits}`;

/** Reads the lines of a file. */
export const readVectors = (text: string): ReadonlyMap<string, Vector> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([key = '', digits = '']) => [key, decodeVector(digits)]),
  );
