/** Finds the column that tells the rows of a sheet apart. */
import { findOtherRows } from '../row/other-rows';
import type { ImportTable } from '../table/table';
import { foldWords } from '../values/fold-words';

/** Names of such columns, folded. */
const names = new Set([
  ...['reference', 'ref', 'reference no', 'code', 'number', 'no', 'nr', 'row id', 'ref no', 'identifier'],
  ...['reference de la mission', 'numero', 'n', 'identifiant', 'code mission', 'n de reference'],
  ...['referencia', 'codigo', 'num', 'identificador', 'numero de referencia', 'n ref'],
]);

/**
 * Returns a column with references that tell rows apart. A row without one is told apart by its title, and of two rows with the
 * same one the later is left out. Numbers that count the rows aren't references: they change when a row is put in. A column
 * that most rows lack, or with the same few values again and again, isn't one either.
 */
export function findRowColumn(table: ImportTable): string | undefined {
  const others = findOtherRows(table);
  const listings = table.rows.filter(({ number }) => !others.has(number));
  return table.columns.find((column) => {
    if (!names.has(foldWords(column.replace('°', '').replace('º', '')))) return false;
    const cells = listings.map(({ cells }) => String(cells.get(column) ?? '').trim());
    const values = cells.filter((value) => value !== '');
    const isCount = values.every((value, index) => Number(value) === Number(values[0]) + index);
    return !isCount && values.length * 2 > cells.length && new Set(values).size >= values.length * 0.8;
  });
}
