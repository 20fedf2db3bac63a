/** The vectors of a language's stems. */
import { dimensions, encodeVector } from '@/search/meaning/vectors';
import type { LanguageRules } from '@/search/words/load-language';
import { foldWord } from '@/search/words/tokenize';
import { normalized } from './components';
import type { EnglishVectors, EnglishWord } from './english-vectors';
import type { Translations } from './translations';

/** The most stems of a language. Rarer ones are hardly in any text. */
const mostStems = 35_000;

interface WeightedWord extends EnglishWord {
  /** Of a stem's words the commoner ones tell more. */
  readonly weight: number;
}

const weigh = (word: EnglishWord): WeightedWord => ({ ...word, weight: 1 / Math.sqrt(word.rank) });

function sum(vectors: readonly Pick<WeightedWord, 'vector' | 'weight'>[]): number[] {
  return normalized(
    Array.from({ length: dimensions }, (_, place) =>
      vectors.reduce((all, { vector, weight }) => all + weight * (vector[place] ?? 0), 0),
    ),
  );
}

/** The vector of a word is that of its translations, of which common ones are likelier meant. */
function* translate(translations: Translations, english: EnglishVectors): Generator<WeightedWord> {
  for (const [word, weights] of translations) {
    const known = [...weights].flatMap(([other, weight]) => {
      const found = english.get(other);
      return found ? [{ ...found, weight: weight / Math.log(10 + found.rank) }] : [];
    });
    const rank = Math.min(...known.map((one) => one.rank));
    if (known.length > 0) yield weigh({ word, rank, vector: sum(known) });
  }
}

/** Lines of a table, sorted: a stem, a tab, and its vector. `translations` is missing for English. */
export function wordVectors(
  english: EnglishVectors,
  translations: Translations | undefined,
  { stem, isFunctionWord }: LanguageRules,
): string[] {
  const byStem = new Map<string, WeightedWord[]>();
  for (const one of translations ? translate(translations, english) : english.values().map(weigh)) {
    const folded = foldWord(one.word);
    if (!/^\p{L}+$/u.test(one.word) || isFunctionWord(folded)) continue;
    // People type words without their accents too.
    for (const key of new Set([stem(one.word), stem(folded)])) {
      const known = byStem.get(key) ?? [];
      byStem.set(key, known);
      known.push(one);
    }
  }
  const rankOf = (words: readonly WeightedWord[]) => Math.min(...words.map(({ rank }) => rank));
  return [...byStem]
    .sort(([, a], [, b]) => rankOf(a) - rankOf(b))
    .slice(0, mostStems)
    .map(([key, words]) => `${key}\t${encodeVector(Float32Array.from(sum(words)))}`)
    .sort((a, b) => (a < b ? -1 : 1));
}
