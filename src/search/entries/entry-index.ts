/** The words of entries other than opportunities, ready to be looked up. Pure, shared with the browser. */
import type { Dictionary } from '../query/dictionary';
import type { EntryResult } from './entries';
import { metaWeights } from '../query/ranking';
import { stemOf } from '../words/stems';
import { foldWord, spelledWords } from '../words/terms';
import { spellOutLigatures, splitElisions } from '../words/words';

export interface EntryIndex {
  readonly locale: string;
  readonly entries: readonly EntryResult[];
  /** All words, so that typing errors are forgiven as everywhere else. */
  readonly dictionary: Dictionary;
  /** For each word of the dictionary its stem. */
  readonly stems: readonly string[];
  /** For each word the numbers of the entries that have it, with the weight of the best field that it stands in. */
  readonly places: readonly ReadonlyMap<number, number>[];
}

/** The words of a text as they are looked up: `'L’œuvre' -> ['l', 'oeuvre']` */
function wordsOf(text: string): string[] {
  return spelledWords(splitElisions(spellOutLigatures(text)));
}

interface Filed {
  readonly spelling: string;
  readonly places: Map<number, number>;
}

/** Files the words of entries, with the fields' weights of the opportunities. */
export function indexEntries(entries: readonly EntryResult[], locale: string): EntryIndex {
  const filed = new Map<string, Filed>();
  entries.forEach(({ title, summary, words }, number) => {
    const fields = [
      [title, metaWeights.title],
      [summary, metaWeights.summary],
      [words, metaWeights.words],
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
    stems: words.map((word) => stemOf(locale, word)),
    places,
  };
}
