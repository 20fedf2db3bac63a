/**
 * Which file has which words: sorted words are stored in shards, files named after their content, so that a browser keeps
 * those that a new build leaves as they are. Shared by the build and the browser.
 */

/** Characters of a shard's name. */
export const shardNameLength = 8;

export interface ShardList {
  /** The first word of each shard, separated by line feeds. */
  readonly first: string;
  /** The names of the shards, one after the other. */
  readonly names: string;
}

/** Thrown for lists that contradict each other. */
export class ShardListError extends Error {
  override readonly name = 'ShardListError';
}

/** Returns the names of the shards that have the words from one to another, of which each may be missing. */
export type FindShards = (from: string, to: string) => readonly string[];

/** Reads a list. Throws a `ShardListError` where the names don’t fit. */
export function readShardList({ first, names }: ShardList): FindShards {
  const words = first === '' ? [] : first.split('\n');
  if (words.length * shardNameLength !== names.length)
    throw new ShardListError(`${words.length} shards have ${names.length} characters of names.`);
  /** The last shard that begins at a word or before it; the first one where all begin after it. */
  const placeOf = (word: string) => {
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((words[middle] ?? '') <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (from, to) => {
    if (words.length === 0) return [];
    const [start, end] = [placeOf(from), placeOf(to)];
    return Array.from({ length: end - start + 1 }, (_, step) =>
      names.slice((start + step) * shardNameLength, (start + step + 1) * shardNameLength),
    );
  };
}
