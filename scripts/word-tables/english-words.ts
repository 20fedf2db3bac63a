/** English words by how common they are, from the word lists of SCOWL. */
import type { Sources } from './fetch-sources';

/** Lists of all kinds of English; the number at their end is larger for rarer words. */
const listFile =
  /^((?:\w+_)?variant_[12]|english|american|british|british_z|canadian|australian)-(words|contractions|upper|proper-names|abbreviations)\.(\d+)$/u;

interface EnglishWord {
  readonly word: string;
  /** From 10 for the commonest to 95; a large dictionary of one volume has those up to 60. */
  readonly level: number;
  /** False for names, abbreviations, contractions and unusual spellings. */
  readonly isPlain: boolean;
}

/** Yields the words of the lists, some of them twice. */
export function* readEnglishWords({ read, list }: Sources, maxLevel: number): Generator<EnglishWord> {
  for (const file of list('dict/scowl')) {
    const [, spelling = '', kind = '', digits = ''] = listFile.exec(file) ?? [];
    const level = Number(digits);
    if (kind === '' || level > maxLevel) continue;
    for (const word of read(`dict/scowl/${file}`, 'latin1').split('\n')) {
      if (word !== '') yield { word, level, isPlain: kind === 'words' && !spelling.includes('variant') };
    }
  }
}

/** How common words are, from 0 for unknown or rare ones to 1. */
export function createCommonness(sources: Sources): (phrase: string) => number {
  const levels = new Map<string, number>();
  for (const { word, level, isPlain } of readEnglishWords(sources, 60)) {
    if (isPlain) levels.set(word, Math.min(level, levels.get(word) ?? level));
  }
  return (phrase) => {
    const worst = Math.max(...phrase.split(' ').map((word) => levels.get(word) ?? 100));
    if (worst === 100) return 0;
    // Visitors type words; of phrases of two words, few.
    return (phrase.includes(' ') ? 0.4 : 1) * (1.1 - Math.max(worst, 20) / 75);
  };
}
