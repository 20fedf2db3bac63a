/** How much of what begins with three letters is found: a search that loads parts of an index may miss some. */
import type { Random } from '@scripts/bench/content/random';
import type { BenchEngine } from '../engines/engine';
import { findGainsOfPrefix, type Corpus } from './judgements';

const prefixLength = 3;
const prefixCount = 20;

/** Beginnings of words of the corpus, each once: half of them of any word, half of words that many have. */
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
  /** Of all that should be found, over all beginnings. */
  readonly all: number;
  /** Of the beginning that fares worst. */
  readonly least: number;
  readonly worst: string;
}

/** Asks for beginnings, and compares with a look at every word. */
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
