/**
 * The directory of a language's terms: which shard has which stems. Shards are named after their content, so that a browser
 * keeps those that a new build leaves as they are. Shared by the build and the browser.
 */

import type { CardFiles } from '../cards/card-files';

/** Raised whenever the meaning of the data changes; other versions aren't read. */
export const termsVersion = 1;

/** Characters of a shard's name. */
export const shardNameLength = 8;

/** The file `search/<locale>.terms.json`. */
export interface TermsFile {
  readonly version: number;
  /** The name of the index whose opportunities the serials count. */
  readonly index: string;
  /** The number of opportunities. */
  readonly size: number;
  /** The first stem of each shard, separated by line feeds. */
  readonly stems: string;
  /** The names of the shards, one after the other. */
  readonly shards: string;
  /** The files with the texts of results. */
  readonly cards: CardFiles;
}

/** Thrown for a directory of another version, or with invalid content. */
export class TermsError extends Error {
  override readonly name = 'TermsError';
}

export interface TermDirectory extends Pick<TermsFile, 'index' | 'size' | 'cards'> {
  /** The places of the shards that have the stems from one to another, of which each may be missing. */
  readonly shardsBetween: (from: string, to: string) => readonly string[];
}

/** Reads a directory file. Throws a `TermsError` for an unreadable one. */
export function readTermDirectory({ version, stems, shards, ...rest }: TermsFile): TermDirectory {
  if (version !== termsVersion)
    throw new TermsError(`The terms have version ${version}, and ${termsVersion} is read here.`);
  const first = stems === '' ? [] : stems.split('\n');
  if (first.length * shardNameLength !== shards.length)
    throw new TermsError(
      `The terms have ${first.length} first stems and ${shards.length} characters of names.`,
    );
  /** The last shard that begins at a stem or before it; the first one where all begin after it. */
  const placeOf = (stem: string) => {
    let [low, high] = [0, first.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((first[middle] ?? '') <= stem) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    ...rest,
    shardsBetween: (from, to) => {
      if (first.length === 0) return [];
      const [start, end] = [placeOf(from), placeOf(to)];
      return Array.from({ length: end - start + 1 }, (_, step) =>
        shards.slice((start + step) * shardNameLength, (start + step + 1) * shardNameLength),
      );
    },
  };
}
