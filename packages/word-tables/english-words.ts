/** English words by how common they are, from the word lists of SCOWL. */
import type { Sources } from './fetch-sources';

/** Lists of all kinds of English; the number at their end is larger for rarer words. */
const listFile =
  /^(?:(?:\w+_)?variant_[12]|english|american|british|british_z|canadian|australian)-(?:words|contractions|upper|proper-names|abbreviations)\.(\d+)$/u;

/** Yields the words of all lists up to a level, some of them twice; a large dictionary of one volume has those up to 60. */
export function* readEnglishWords({ read, list }: Sources, maxLevel: number): Generator<string> {
  for (const file of list('dict/scowl')) {
    const level = Number(listFile.exec(file)?.[1] ?? Infinity);
    if (level <= maxLevel) yield* read(`dict/scowl/${file}`).split('\n');
  }
}
