/** Finds words of the dictionary within a few edits of an unknown word. Pure, shared with the browser. */
import type { Dictionary } from '../query/dictionary';

/** A word of the dictionary that is similar to the typed one. */
export interface FuzzyMatch {
  /** Its index in the dictionary. */
  readonly place: number;
  /**
   * The edit distance: letters to drop, add, replace or swap with the next one (optimal string alignment: Damerau and
   * Levenshtein's distance where no letter is touched twice).
   */
  readonly distance: number;
}

const letters = (word: string) => Uint16Array.from(word, (_, place) => word.charCodeAt(place));

/** Fills a row of the distance table from the one or two before it. Returns its minimum. */
function fillRow(
  rows: Uint8Array,
  { typed, word, depth }: { typed: Uint16Array; word: string; depth: number },
): number {
  const width = typed.length + 1;
  const [here, above, twoAbove] = [depth * width, (depth - 1) * width, (depth - 2) * width];
  const letter = word.charCodeAt(depth - 1);
  const before = depth > 1 ? word.charCodeAt(depth - 2) : -1;
  let least = depth;
  rows[here] = depth;
  for (let column = 1; column < width; column++) {
    const replaced = (rows[above + column - 1] ?? 0) + (typed[column - 1] === letter ? 0 : 1);
    const dropped = (rows[above + column] ?? 0) + 1;
    const added = (rows[here + column - 1] ?? 0) + 1;
    let cost = Math.min(replaced, dropped, added);
    if (column > 1 && letter === typed[column - 2] && before === typed[column - 1]) {
      cost = Math.min(cost, (rows[twoAbove + column - 2] ?? 0) + 1);
    }
    rows[here + column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

const cache = new WeakMap<Dictionary, Uint8Array>();

/** The number of letters that each word shares with the one before. */
function sharedPrefixLengths(dictionary: Dictionary): Uint8Array {
  const known = cache.get(dictionary);
  if (known) return known;
  const { words } = dictionary;
  const shared = Uint8Array.from(words, (word, place) => {
    const before = words[place - 1] ?? '';
    const most = Math.min(word.length, before.length, 255);
    let count = 0;
    while (count < most && word.charCodeAt(count) === before.charCodeAt(count)) count++;
    return count;
  });
  cache.set(dictionary, shared);
  return shared;
}

/**
 * Finds the words within `most` edits of a folded word; with `isPrefix` those with a prefix within that distance. Since
 * words are sorted, each only needs the rows of the letters that differ from the word before, and all words with a
 * prefix that is too far away are skipped: 20,000 words take about a millisecond.
 */
export function findFuzzyMatches(
  dictionary: Dictionary,
  word: string,
  most: number,
  isPrefix = false,
): FuzzyMatch[] {
  const { words } = dictionary;
  const shared = sharedPrefixLengths(dictionary);
  const typed = letters(word);
  const width = typed.length + 1;
  const deepest = typed.length + most;
  const rows = new Uint8Array((deepest + 1) * width);
  for (let column = 0; column < width; column++) rows[column] = column;
  // The minimum distance of a prefix with at most this many letters.
  const nearest = new Uint8Array(deepest + 1).fill(width - 1, 0, 1);
  const found: FuzzyMatch[] = [];
  let done = 0;
  let dead = Infinity;
  for (let place = 0; place < words.length; place++) {
    const common = shared[place] ?? 0;
    if (common >= dead) continue;
    const candidate = words[place] ?? '';
    const end = Math.min(candidate.length, deepest);
    dead = Infinity;
    done = Math.min(done, common);
    while (done < end && dead === Infinity) {
      done++;
      const least = fillRow(rows, { typed, word: candidate, depth: done });
      nearest[done] = Math.min(nearest[done - 1] ?? width, rows[done * width + width - 1] ?? width);
      if (least > most && !(isPrefix && (nearest[done] ?? width) <= most)) dead = done;
    }
    if (dead !== Infinity) continue;
    const distance = isPrefix
      ? (nearest[end] ?? width)
      : candidate.length > deepest
        ? Infinity
        : (rows[end * width + width - 1] ?? width);
    if (distance <= most) found.push({ place, distance });
  }
  return found;
}
