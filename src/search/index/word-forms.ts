/**
 * Selects word forms that the index also stores unstemmed (build side, pure). Pagefind indexes words by stem, so that
 * `season` finds _seasons_; but then it can't tell which of three hundred documents has the requested form, and shows
 * those nine anywhere. So rare forms, beside another one that isn't much rarer, are also indexed unstemmed.
 */
import { formMark } from '../ranking';

/** A form is rare in at most this many documents, or this share of them. */
const rare = { documents: 8, share: 0.2 } as const;
/** The maximum number of letters in which forms of a word differ at their end. */
const maxEndingLength = 6;

/** The prefixes that a word can share with its other forms: three letters and nearly half of it, and more. */
function possibleStems(word: string): string[] {
  const shortest = Math.max(3, Math.ceil(word.length / 2) - 1, word.length - maxEndingLength);
  return Array.from({ length: Math.max(0, word.length - shortest + 1) }, (_, cut) =>
    word.slice(0, word.length - cut),
  );
}

function countDocuments(documents: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of documents) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** For each stem: the document counts of the two most frequent words that can be its forms. */
function topCountsByStem(counts: ReadonlyMap<string, number>): Map<string, readonly [number, number]> {
  const most = new Map<string, readonly [number, number]>();
  for (const [word, count] of counts) {
    for (const stem of possibleStems(word)) {
      const [first, second] = most.get(stem) ?? [0, 0];
      most.set(stem, count > first ? [count, first] : [first, Math.max(second, count)]);
    }
  }
  return most;
}

/**
 * For each document, given by its folded words: the marked forms to index as well. `[['seasons'], ['season'],
 * ['season']] -> [['seasons1'], [], []]`.
 */
export function markRareForms(documents: readonly (readonly string[])[]): string[][] {
  const counts = countDocuments(documents);
  const most = topCountsByStem(counts);
  const limit = Math.max(rare.documents, rare.share * documents.length);
  const isMarked = new Map(
    [...counts].map(([word, count]) => {
      const others = possibleStems(word).map((stem) => {
        const [first, second] = most.get(stem) ?? [0, 0];
        return first === count ? second : first;
      });
      return [word, count <= limit && Math.max(0, ...others) >= count / 2];
    }),
  );
  return documents.map((words) =>
    [...new Set(words)]
      .filter((word) => isMarked.get(word))
      .map((word) => word + formMark)
      .sort(),
  );
}
