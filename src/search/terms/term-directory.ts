/**
 * The directory of a language's words: where the terms of texts are, words that are related to them, and words that are
 * spelled right. Shared by the build and the browser.
 */

import { readShardList, type FindShards, type ShardList } from '../shards/shard-list';

/** Raised whenever the meaning of the data changes; other versions aren't read. */
export const termsVersion = 2;

/** The file `search/<locale>.terms.json`. */
export interface TermsFile {
  readonly version: number;
  /** The version of the index whose opportunities the serials count. */
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
}

/** Thrown for a directory of another version. */
class TermsError extends Error {
  override readonly name = 'TermsError';
}

interface TermDirectory extends Pick<TermsFile, 'index' | 'size'> {
  readonly terms: FindShards;
  readonly pairs: FindShards;
  readonly related: FindShards;
  readonly known: FindShards;
}

/** Reads a directory file. Throws a `TermsError` or a `ShardListError` for an unreadable one. */
export function readTermDirectory(file: TermsFile): TermDirectory {
  const { version, index, size } = file;
  if (version !== termsVersion)
    throw new TermsError(`The terms have version ${version}, and ${termsVersion} is read here.`);
  return {
    index,
    size,
    terms: readShardList(file.terms),
    pairs: readShardList(file.pairs),
    related: readShardList(file.related),
    known: readShardList(file.known),
  };
}
