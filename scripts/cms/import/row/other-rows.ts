/** Finds rows of a sheet that are no listings: headings between them, totals, notes, and repetitions. */
import { foldWords } from '../values/fold-words';
import { cellText } from '../review/row-ids';
import type { ImportTable } from '../table/table';

/** Why a row isn't imported. */
export type OtherRow = 'note' | 'total' | 'repeated';

const total =
  /^(?:sub ?total|subtotal|grand total|total|totals|totaux|totales|sous total|suma)\b|^(?:count|sum|nombre|conteo|cuenta)(?: \d+)?$/u;

/** In rows of a table fewer filled cells are a heading or a note, where most rows have so many. */
const usual = 4;

/** The rows that are no listings, by their numbers. */
export function findOtherRows({ rows }: ImportTable): ReadonlyMap<number, OtherRow> {
  const sizes = rows.map(({ cells }) => cells.size).toSorted((a, b) => a - b);
  const isWide = (sizes[Math.floor(sizes.length / 2)] ?? 0) >= usual;
  const seen = new Set<string>();
  const found = new Map<number, OtherRow>();
  for (const { number, cells, fault } of rows) {
    const texts = [...cells.values()].map(cellText);
    const key = JSON.stringify([...cells].map(([column, cell]) => [column, cellText(cell).trim()]));
    // Printed sheets have the names of the columns again on each page.
    const isHeader = cells.size > 1 && [...cells].every(([column, cell]) => column === cellText(cell).trim());
    if (total.test(foldWords(texts[0] ?? ''))) found.set(number, 'total');
    else if (isHeader || (isWide && cells.size === 1)) found.set(number, 'note');
    else if (seen.has(key) && !fault) found.set(number, 'repeated');
    seen.add(key);
  }
  return found;
}
