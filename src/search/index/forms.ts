/**
 * Which forms of words the index takes a second time as they stand (build side, pure). Pagefind files words under their
 * stem, so that `season` finds _seasons_; but then it can't tell which of three hundred documents has the form that was
 * asked for, and shows those nine anywhere. So forms that aren't frequent, beside another one that isn't much rarer, are
 * also filed unstemmed.
 */
import { formMark } from '../query/ranking';

/** A form is rare in at most so many documents, or in this share of them. */
const rare = { documents: 8, share: 0.2 } as const;
/** Forms of a word differ in so many letters at their end, at most. */
const ending = 6;

/** The beginnings that a word can share with its other forms: three letters and nearly half of it, and more. */
function stemsOf(word: string): string[] {
  const shortest = Math.max(3, Math.ceil(word.length / 2) - 1, word.length - ending);
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

/** How many documents the two most frequent words have of those that can be forms of a stem, by stem. */
function mostByStem(counts: ReadonlyMap<string, number>): Map<string, readonly [number, number]> {
  const most = new Map<string, readonly [number, number]>();
  for (const [word, count] of counts) {
    for (const stem of stemsOf(word)) {
      const [first, second] = most.get(stem) ?? [0, 0];
      most.set(stem, count > first ? [count, first] : [first, Math.max(second, count)]);
    }
  }
  return most;
}

/**
 * For each document, given by its folded words, the marked forms it is also to be found by:
 * `[['seasons'], ['season'], ['season']] -> [['seasons1'], [], []]`.
 */
export function markedForms(documents: readonly (readonly string[])[]): string[][] {
  const counts = countDocuments(documents);
  const most = mostByStem(counts);
  const limit = Math.max(rare.documents, rare.share * documents.length);
  const isMarked = new Map(
    [...counts].map(([word, count]) => {
      const others = stemsOf(word).map((stem) => {
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
