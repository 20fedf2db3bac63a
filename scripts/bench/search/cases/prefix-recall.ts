/** Measures how many words with the same three first letters are found. A search with a partial index may miss some. */
import type { Random } from '@scripts/bench/content/random';
import type { BenchEngine } from '../engines/engine';
import { findGainsOfPrefix, type Corpus } from './judgements';

const prefixLength = 3;
const prefixCount = 20;

/** Draws different prefixes of words: half of them of any word, half of frequent words. */
function drawPrefixes({ byWord }: Corpus, random: Random): string[] {
  const long = [...byWord].filter(([word]) => /^[a-z]{5,}$/.test(word));
  const frequent = long.toSorted(([, a], [, b]) => b.size - a.size).slice(0, 300);
  const all = new Set<string>();
  for (let attempt = 0; attempt < 1000 && all.size < prefixCount; attempt++) {
    const [word] = random.pick(all.size % 2 === 0 ? long : frequent);
    all.add(word.slice(0, prefixLength));
  }
  return [...all];
}

export interface PrefixRecall {
  /** The found share of all right results of all prefixes. */
  readonly all: number;
  /** The share of the worst prefix. */
  readonly least: number;
  readonly worst: string;
}

/** Searches for prefixes, and compares the results with all words of the corpus. */
export async function measurePrefixRecall(
  engine: BenchEngine,
  corpus: Corpus,
  random: Random,
): Promise<PrefixRecall> {
  let [found, wanted] = [0, 0];
  let [least, worst] = [1, ''];
  for (const beginning of drawPrefixes(corpus, random)) {
    const right = findGainsOfPrefix(corpus, beginning);
    const ids = new Set(await engine.search({ text: beginning, limit: Infinity }));
    const hits = [...right.keys()].filter((id) => ids.has(id)).length;
    found += hits;
    wanted += right.size;
    if (hits / right.size < least) [least, worst] = [hits / right.size, beginning];
  }
  return { all: found / wanted, least, worst };
}
