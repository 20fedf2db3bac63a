/** Keeps of a language's related words those that the texts of a site have (build side). */
import { interleave, mostSharedByRare } from '../ranking';
import type { WordLine } from '../word-files/write-word-files';
import type { BuiltStem } from '../terms/build/build-stems';
import type { LanguageRules } from '../words/load-language';
import { foldWord } from '../words/tokenize';
import { spellOutLigatures } from '../words/spelling';
import { readRelatedEntries } from './language-tables';
import { encodeRelatedWords } from './related-words';

/** More than these would load too much, and are mostly far from what was meant. */
const mostRelated = 4;

const isWord = (text: string) => !text.includes(' ');

/** The words of a language with their related words, by their stems: the same for any texts. */
export interface RelatedStems {
  readonly stems: readonly string[];
  /** For each word: the number of its stem, of its folded stem, of how many words are related, and of each one's stem. */
  readonly numbers: Uint32Array;
}

/** Stems all words of a language that have related words; none in a language without a table. */
export function stemRelatedWords(locale: string, rules: LanguageRules): RelatedStems {
  const places = new Map<string, number>();
  const numberOf = (stem: string) => {
    const place = places.get(stem) ?? places.size;
    places.set(stem, place);
    return place;
  };
  const numbers: number[] = [];
  for (const { word, related } of readRelatedEntries(locale)) {
    if (!isWord(word)) continue;
    const others = related.filter(isWord).map((other) => numberOf(rules.stem(other)));
    // People type words without their accents, so the key is the stem of the folded word.
    numbers.push(numberOf(rules.stem(word)), numberOf(rules.stem(foldWord(spellOutLigatures(word)))));
    numbers.push(others.length, ...others);
  }
  return { stems: [...places.keys()], numbers: Uint32Array.from(numbers) };
}

/** The related words of each word of the language that few of so many texts or none have: lines of files, sorted. */
export function relatedLines(
  { stems, numbers }: RelatedStems,
  built: readonly BuiltStem[],
  size: number,
): WordLine[] {
  const byStem = new Map(built.map((entry) => [entry.stem, entry]));
  const inTexts = stems.map((stem) => byStem.get(stem));
  const mostShared = mostSharedByRare(size);
  const found = new Map<number, string[][]>();
  for (let at = 0; at < numbers.length;) {
    const stem = numbers[at] ?? 0;
    const key = numbers[at + 1] ?? 0;
    const count = numbers[at + 2] ?? 0;
    const others = numbers.subarray(at + 3, at + 3 + count);
    at += 3 + count;
    if ((inTexts[stem]?.documents ?? 0) > mostShared) continue;
    const spellings: string[] = [];
    for (const other of others) {
      const entry = other === stem ? undefined : inTexts[other];
      if (entry) spellings.push(entry.spelling);
    }
    if (spellings.length === 0) continue;
    const lists = found.get(key);
    if (lists) lists.push(spellings);
    else found.set(key, [spellings]);
  }
  return [...found]
    .map(([key, lists]) => ({ word: stems[key] ?? '', lists }))
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, lists }) => ({
      word,
      line: encodeRelatedWords(word, interleave(lists).slice(0, mostRelated)),
    }));
}
