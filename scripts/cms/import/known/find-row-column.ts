/** Finds the column that tells the rows of a sheet apart. */
import type { ImportTable } from '../table/table';
import { foldWords } from '../values/fold-words';

/** Names of such columns, folded. */
const names = new Set([
  ...['reference', 'ref', 'reference no', 'code', 'number', 'no', 'nr', 'row id', 'ref no', 'identifier'],
  ...['reference de la mission', 'numero', 'n', 'identifiant', 'code mission', 'n de reference'],
  ...['referencia', 'codigo', 'num', 'identificador', 'numero de referencia', 'n ref'],
]);

/**
 * Returns a column with a reference of its own in each row. Numbers that count the rows aren't references: they change
 * when a row is put in.
 */
export function findRowColumn({ columns, rows }: ImportTable): string | undefined {
  return columns.find((column) => {
    if (!names.has(foldWords(column.replace('°', '').replace('º', '')))) return false;
    const values = rows.map(({ cells }) => String(cells.get(column) ?? '').trim());
    const isCount = values.every((value, index) => Number(value) === Number(values[0]) + index);
    return !isCount && values.every((value) => value !== '') && new Set(values).size === values.length;
  });
}
