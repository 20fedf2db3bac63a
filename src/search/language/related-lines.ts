/** Keeps of a language's related words those that the texts of a site have (build side). */
import { interleave, mostSharedByRare } from '../ranking';
import type { ShardLine } from '../shards/write-shards';
import type { BuiltStem } from '../terms/build-terms';
import type { LanguageRules } from '../words/load-language';
import { foldWord } from '../words/query-terms';
import { spellOutLigatures } from '../words/spelling';
import { readRelatedEntries } from './language-tables';
import { encodeRelatedWords } from './related-shard';

/** More than these would load too much, and are mostly far from what was meant. */
const mostRelated = 4;

const isWord = (text: string) => !text.includes(' ');

/**
 * The related words of each word of the language that few texts or none have: lines of shards, sorted. None in a language
 * without a table.
 */
export function relatedLines(
  locale: string,
  stems: readonly BuiltStem[],
  size: number,
  rules: LanguageRules,
): ShardLine[] {
  const inTexts = new Map(stems.map((entry) => [entry.stem, entry]));
  const stemOf = (word: string) => rules.stem(spellOutLigatures(word));
  const found = new Map<string, string[][]>();
  for (const { word, related } of readRelatedEntries(locale)) {
    const stem = stemOf(word);
    if (!isWord(word) || (inTexts.get(stem)?.documents ?? 0) > mostSharedByRare(size)) continue;
    const entries = related.filter(isWord).flatMap((other) => inTexts.get(stemOf(other)) ?? []);
    const others = entries.filter((entry) => entry.stem !== stem).map(({ spelling }) => spelling);
    if (others.length === 0) continue;
    // People type words without their accents, so the stem is that of the folded word.
    const key = rules.stem(foldWord(spellOutLigatures(word)));
    found.set(key, [...(found.get(key) ?? []), others]);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, lists]) => {
      const words = interleave(lists).slice(0, mostRelated);
      return { word, line: encodeRelatedWords(word, words) };
    });
}
