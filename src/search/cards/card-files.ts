/**
 * The texts of results, in files of about twenty opportunities: neighbours have the same main cause and task, and are often
 * found together, so that ten results need few files. Shared by the build and the browser.
 */
import { rowValues, type FacetTable } from '../facets/facet-columns';
import type { RowTexts } from '../ui/result-card';

/** Characters of a file's name, which is made from its content. */
export const cardNameLength = 8;

/** The texts of an opportunity as a file has them: id, path, title, organization and summary. */
export type PackedCard = readonly [string, string, string, string, string];

/** Sorts cards: by the main cause, then the main task. */
export const cardOrder = (cause: string | undefined, task: string | undefined): string =>
  `${cause ?? ''} ${task ?? ''}`;

/** Where the texts of a row are. */
export interface CardPlace {
  readonly file: string;
  /** The place in the file. */
  readonly place: number;
}

/** Creates the function that finds the texts of a row; undefined where the files aren't those of the columns. */
export function createCardFinder(table: FacetTable): (row: number) => CardPlace | undefined {
  const { names, counts } = table.cards;
  const main = (column: 'cause' | 'task', row: number) => rowValues(table.columns[column], row)[0];
  const orders = Array.from({ length: table.size }, (_, row) =>
    cardOrder(main('cause', row), main('task', row)),
  );
  // Rows are numbered from the newest.
  const sorted = [...orders.keys()].sort((a, b) => {
    const [one = '', other = ''] = [orders[a], orders[b]];
    return one < other ? -1 : one > other ? 1 : b - a;
  });
  const places: CardPlace[] = [];
  let next = 0;
  for (const [number, count] of counts.entries()) {
    const file = names.slice(number * cardNameLength, (number + 1) * cardNameLength);
    for (let place = 0; place < count; place++) {
      const row = sorted[next++];
      if (row !== undefined) places[row] = { file, place };
    }
  }
  return (row) => (next === table.size ? places[row] : undefined);
}

/** The texts of a card from a file. */
export function unpackCard([id, path, title, organization, summary]: PackedCard): RowTexts {
  return { id, path, title, organization, summary };
}
