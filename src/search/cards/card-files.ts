/**
 * The texts of results, in files of a few opportunities: those with the same main task and cause, which are often found
 * together, so that ten results need few files. Shared by the build and the browser.
 */
import { rowValues, type FacetTable } from '../facets/facet-columns';
import type { RowTexts } from '../ui/result-card';

/** Opportunities in a file: about three kilobytes as hosts send it. */
export const cardsPerFile = 24;

/** Characters of a file's name, which is made from its content. */
export const cardNameLength = 8;

/** The texts of an opportunity as a file has them: id, path, title, organization and summary. */
export type PackedCard = readonly [string, string, string, string, string];

/** The names of the files of each kind (`translation health`), one after the other, from the oldest opportunities on. */
export type CardNames = Readonly<Record<string, string>>;

/** The kind of an opportunity, by its main task and cause. */
export const cardKind = (task: string | undefined, cause: string | undefined): string =>
  `${task ?? ''} ${cause ?? ''}`;

/** Where the texts of a row are. */
export interface CardPlace {
  readonly file: string;
  /** The place in the file. */
  readonly place: number;
}

/** Creates the function that finds the texts of a row; undefined where the names are of another build. */
export function createCardFinder(
  table: FacetTable,
  names: CardNames,
): (row: number) => CardPlace | undefined {
  const counts = new Map<string, number>();
  const kinds: string[] = [];
  const numbers: number[] = [];
  // Rows are numbered from the newest, files begin with the oldest.
  for (let row = table.size - 1; row >= 0; row--) {
    const kind = cardKind(rowValues(table.columns.task, row)[0], rowValues(table.columns.cause, row)[0]);
    const number = counts.get(kind) ?? 0;
    counts.set(kind, number + 1);
    kinds[row] = kind;
    numbers[row] = number;
  }
  return (row) => {
    const number = numbers[row] ?? 0;
    const start = Math.floor(number / cardsPerFile) * cardNameLength;
    const file = names[kinds[row] ?? '']?.slice(start, start + cardNameLength) ?? '';
    return file.length === cardNameLength ? { file, place: number % cardsPerFile } : undefined;
  };
}

/** The texts of a card from a file. */
export function unpackCard([id, path, title, organization, summary]: PackedCard): RowTexts {
  return { id, path, title, organization, summary };
}
