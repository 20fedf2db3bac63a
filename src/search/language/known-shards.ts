/** The words of a language that are spelled right, in shards (build side). */
import { encodeWords } from '../words/front-coding';
import type { Shard } from '../shards/write-shards';
import { readKnownWords } from './language-tables';

/** Words of a shard: two to four kilobytes as hosts send it. */
const wordsInShard = 3000;

/** Divides the known words of a language into shards. They are the same in every site. */
export function knownShards(locale: string): Shard[] {
  const words = readKnownWords(locale);
  const count = Math.ceil(words.length / wordsInShard);
  return Array.from({ length: count }, (_, place) => {
    const some = words.slice(place * wordsInShard, (place + 1) * wordsInShard);
    return { firstWord: some[0] ?? '', text: encodeWords(some) };
  });
}
