/**
 * The texts of results, in files of about twenty opportunities in the order of their age: a search without words shows the
 * newest first, and those of words are spread whatever the order. Shared by the build and the browser.
 */
import type { FacetTable } from '../facets/facet-columns';

/** Characters of a file's name, which is made from its content. */
export const cardNameLength = 8;

/**
 * The texts of an opportunity as a file has them: id, path, title, organization, country and summary; where the name of the
 * organization isn't in the language of the file, that language.
 */
export type PackedCard = readonly [string, string, string, string, string, string, string?];

/** Where the texts of a row are. */
interface CardPlace {
  readonly file: string;
  /** The place in the file. */
  readonly place: number;
}

/** Finds the texts of a row; undefined where the files aren't those of the columns. */
export function findCard(
  { size, cards: { names, counts } }: Pick<FacetTable, 'size' | 'cards'>,
  row: number,
): CardPlace | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // Files begin with the oldest, rows with the newest.
  let place = size - 1 - row;
  if (total !== size || place < 0) return undefined;
  for (const [number, count] of counts.entries()) {
    if (place < count)
      return { file: names.slice(number * cardNameLength, (number + 1) * cardNameLength), place };
    place -= count;
  }
  return undefined;
}
