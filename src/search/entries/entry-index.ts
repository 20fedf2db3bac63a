/** A word index of entries other than opportunities. Pure, shared with the browser. */
import type { Dictionary } from '../query/dictionary';
import type { EntryResult } from './entries-file';
import { entryWeights } from '../ranking';
import { stemWord } from '../words/stem-word';
import { foldWord, spelledWords } from '../words/query-terms';
import { spellOutLigatures, splitElisions } from '../words/spelling';

export interface EntryIndex {
  readonly locale: string;
  readonly entries: readonly EntryResult[];
  /** All words, for fuzzy matching. */
  readonly dictionary: Dictionary;
  /** The stem of each word of the dictionary. */
  readonly stems: readonly string[];
  /** For each word: the numbers of the entries that have it, with the weight of the best field that contains it. */
  readonly places: readonly ReadonlyMap<number, number>[];
}

/** Splits a text into index words: `'L’œuvre' -> ['l', 'oeuvre']` */
function wordsOf(text: string): string[] {
  return spelledWords(splitElisions(spellOutLigatures(text)));
}

interface IndexedWord {
  readonly spelling: string;
  readonly places: Map<number, number>;
}

/** Builds the word index of entries, with the field weights of the opportunities. */
export function indexEntries(entries: readonly EntryResult[], locale: string): EntryIndex {
  const filed = new Map<string, IndexedWord>();
  entries.forEach(({ title, summary, words }, number) => {
    const fields = [
      [title, entryWeights.title],
      [summary, entryWeights.summary],
      [words, entryWeights.words],
    ] as const;
    for (const [text, weight] of fields) {
      for (const spelling of wordsOf(text)) {
        const word = foldWord(spelling);
        const { places } = filed.get(word) ?? { places: new Map<number, number>() };
        if (!filed.has(word)) filed.set(word, { spelling, places });
        places.set(number, Math.max(places.get(number) ?? 0, weight));
      }
    }
  });
  const sorted = [...filed].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = sorted.map(([word]) => word);
  const places = sorted.map(([, known]) => known.places);
  return {
    locale,
    entries,
    dictionary: {
      index: '',
      words,
      spellings: sorted.map(([, { spelling }]) => spelling),
      frequencies: places.map(({ size }) => size),
      leastFrequency: 1,
    },
    stems: words.map((word) => stemWord(locale, word)),
    places,
  };
}
