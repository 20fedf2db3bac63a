/** Remembers what was found out about the rows of a sheet, for planning it again after a few choices. */
import { cellText } from './review/row-ids';
import type { ColumnMap } from './table/column-map';
import { createRowMemory, type RowMemory } from './table/import-table';
import type { ImportRow } from './table/table';
import { foldWords } from './values/fold-words';

/** It is for one sheet, one mapping and the same existing entries. */
export interface PlanMemory {
  basis: string;
  values: ColumnMap['values'];
  rows: RowMemory;
}

export const createPlanMemory = (): PlanMemory => ({ basis: '', values: {}, rows: createRowMemory() });

/** Lists the folded words whose meanings differ. */
function listChangedWords(before: ColumnMap['values'], after: ColumnMap['values']): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const words = paths.flatMap((path) => {
    const [then, now] = [before[path] ?? {}, after[path] ?? {}];
    return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
      (word) => then[word] !== now[word],
    );
  });
  return words.map(foldWords);
}

const foldRow = ({ cells }: ImportRow): string => foldWords([...cells.values()].map(cellText).join(' '));

/**
 * Returns what is known about rows: nothing if anything that concerns all of them has changed (`basis`), and what isn't
 * about a word whose meaning has.
 */
export function recallRows(
  memory: PlanMemory,
  basis: string,
  { values, ...others }: ColumnMap,
  rows: readonly ImportRow[],
): RowMemory {
  if (memory.basis !== basis) Object.assign(memory, { basis, values, rows: createRowMemory() });
  const words = memory.values === values ? [] : listChangedWords(memory.values, values);
  if (words.length > 0) {
    const { read, checked } = memory.rows;
    memory.rows = { read: new WeakMap(), checked };
    // A default is in the rows that don't say it.
    const everywhere = foldWords(JSON.stringify([others.defaults, others.fields]));
    for (const row of rows) {
      const known = read.get(row);
      const text = known ? `${everywhere} ${foldRow(row)}` : '';
      if (known && !words.some((word) => text.includes(word))) memory.rows.read.set(row, known);
    }
  }
  memory.values = values;
  return memory.rows;
}
