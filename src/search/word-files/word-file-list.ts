/**
 * Which file has which words: sorted words are stored in small files, named after their content, so that a browser keeps
 * those that a new build leaves as they are. Shared by the build and the browser.
 */

/** Characters of a file's name. */
export const wordFileNameLength = 8;

export interface WordFileList {
  /** The first word of each file, separated by line feeds. */
  readonly first: string;
  /** The names of the files, one after the other. */
  readonly names: string;
}

/** Returns the names of the files that have the words from one to another, of which each may be missing. */
export type FindWordFiles = (from: string, to: string) => readonly string[];

/** Reads a list. */
export function readWordFileList({ first, names }: WordFileList): FindWordFiles {
  const words = first === '' ? [] : first.split('\n');
  /** The last file that begins at a word or before it; the first one where all begin after it. */
  const placeOf = (word: string) =>
    Math.max(
      0,
      words.findLastIndex((other) => other <= word),
    );
  return (from, to) => {
    if (words.length === 0) return [];
    const [start, end] = [placeOf(from), placeOf(to)];
    return Array.from({ length: end - start + 1 }, (_, step) =>
      names.slice((start + step) * wordFileNameLength, (start + step + 1) * wordFileNameLength),
    );
  };
}
