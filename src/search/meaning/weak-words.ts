/** Whether a query's words find too little, and how what is similar in meaning joins the results. Pure. */
import { meaning } from '../ranking';
import { wordWeight, type RankedRow, type RankedWord } from '../terms/rank-rows';

const worthOf = (words: readonly RankedWord[], size: number): number =>
  words.reduce((sum, { documents }) => sum + wordWeight(documents, size), 0);

/** True for few words, of whose worth none of the first results has much. */
export function areWeak(words: readonly RankedWord[], ranked: readonly RankedRow[], size: number): boolean {
  const most = meaning.mostCovered * worthOf(words, size);
  const isMostly = ({ serial }: RankedRow) =>
    worthOf(
      words.filter(({ matches }) => matches.has(serial)),
      size,
    ) > most;
  const isShort = words.length > 0 && words.length <= meaning.mostWords;
  return isShort && !ranked.slice(0, meaning.firstResults).some(isMostly);
}

/**
 * Puts the best results first, and then the others with those that are similar in meaning, by both. `similar` has cosines by
 * serial.
 */
export function joinSimilar(
  words: readonly RankedWord[],
  ranked: readonly RankedRow[],
  similar: ReadonlyMap<number, number>,
  size: number,
): readonly RankedRow[] {
  if (similar.size === 0) return ranked;
  const best = ranked.filter(({ group }) => group !== 'some').slice(0, meaning.bestKept);
  const scores = new Map(ranked.map(({ serial, score }) => [serial, score / worthOf(words, size)]));
  const others = [...similar]
    .filter(([serial, cosine]) => cosine >= meaning.leastSimilar && !scores.has(serial))
    .sort(([, a], [, b]) => b - a)
    .slice(0, meaning.mostJoined);
  for (const [serial] of others) scores.set(serial, 0);
  for (const { serial } of best) scores.delete(serial);
  const joined = Array.from(scores, ([serial, score]): RankedRow => {
    const cosine = similar.get(serial) ?? meaning.unread;
    return { serial, score: score + meaning.weight * cosine, group: 'similar' };
  });
  return [...best, ...joined.sort((a, b) => b.score - a.score || b.serial - a.serial)];
}
