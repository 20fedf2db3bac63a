/**
 * The directory of a language's opportunities: where the terms of their texts are, words that are related to them, words
 * that are spelled right, and the texts of results. Shared by the build and the browser.
 */

import type { CardFiles } from '../cards/card-files';
import { readShardList, type FindShards, type ShardList } from '../shards/shard-list';

/** Raised whenever the meaning of the data changes; other versions aren't read. */
export const termsVersion = 2;

/** The file `search/<locale>.terms.json`. */
export interface TermsFile {
  readonly version: number;
  /** The name of the index whose opportunities the serials count. */
  readonly index: string;
  /** The number of opportunities. */
  readonly size: number;
  /** Shards of stems: see `term-shard.ts`. */
  readonly terms: ShardList;
  /** Shards of neighbouring stems: see `build-pairs.ts`. */
  readonly pairs: ShardList;
  /** Shards of words with those that are related to them: see `related-shard.ts`. */
  readonly related: ShardList;
  /** Shards of words that are spelled right: see `front-coding.ts`. */
  readonly known: ShardList;
  /** The files with the texts of results. */
  readonly cards: CardFiles;
}

/** Thrown for a directory of another version. */
export class TermsError extends Error {
  override readonly name = 'TermsError';
}

export interface TermDirectory extends Pick<TermsFile, 'index' | 'size' | 'cards'> {
  readonly terms: FindShards;
  readonly pairs: FindShards;
  readonly related: FindShards;
  readonly known: FindShards;
}

/** Reads a directory file. Throws a `TermsError` or a `ShardListError` for an unreadable one. */
export function readTermDirectory(file: TermsFile): TermDirectory {
  const { version, index, size, cards } = file;
  if (version !== termsVersion)
    throw new TermsError(`The terms have version ${version}, and ${termsVersion} is read here.`);
  return {
    index,
    size,
    cards,
    terms: readShardList(file.terms),
    pairs: readShardList(file.pairs),
    related: readShardList(file.related),
    known: readShardList(file.known),
  };
}
