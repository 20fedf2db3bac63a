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

/** Makes a function that tells the distance of words, or of their nearest prefixes; any above `most` may be any such. */
export function createEditDistance(typed: string, most: number, isPrefix: boolean): (word: string) => number {
  const width = typed.length;
  const letters = Array.from({ length: width }, (_, place) => typed.charCodeAt(place));
  let [twoAbove, above, here] = [0, 1, 2].map(() => new Uint8Array(width + 1)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return (word) => {
    for (let column = 0; column <= width; column++) above[column] = column;
    let nearest = width;
    let before = -1;
    for (let row = 1; row <= word.length; row++) {
      const letter = word.charCodeAt(row - 1);
      let least = row;
      here[0] = row;
      for (let column = 1; column <= width; column++) {
        const isSame = letters[column - 1] === letter;
        const replaced = (above[column - 1] ?? 0) + (isSame ? 0 : 1);
        let cost = Math.min(replaced, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1);
        if (column > 1 && letters[column - 1] === before && letters[column - 2] === letter)
          cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
        here[column] = cost;
        least = Math.min(least, cost);
      }
      nearest = Math.min(nearest, here[width] ?? 0);
      if (least > most) return isPrefix ? nearest : most + 1;
      [twoAbove, above, here] = [above, here, twoAbove];
      before = letter;
    }
    return isPrefix ? nearest : (above[width] ?? 0);
  };
}

/** Finds the words within `most` edits of a folded word; with `isPrefix` those with a prefix within that distance. */
export function findFuzzyMatches(
  { words }: Dictionary,
  typed: string,
  most: number,
  isPrefix = false,
): FuzzyMatch[] {
  const distanceOf = createEditDistance(typed, most, isPrefix);
  return words.flatMap((word, place) => {
    const isApart = isPrefix
      ? word.length < typed.length - most
      : Math.abs(word.length - typed.length) > most;
    const distance = isApart ? most + 1 : distanceOf(word);
    return distance <= most ? [{ place, distance }] : [];
  });
}
