/** Pairs the cells of a row with the fields of their columns. */
import type { RowContext } from './row-context';
import type { ImportTarget } from '../import-fields';
import type { ImportRow } from '../table/table';

/** Numbers that mean nothing where a field needs more than none. */
const zero = /^\s*0(?:[.,]0+)?\s*(?:-\s*0\s*)?(?:\p{L}+\.?)?\s*$/u;
const positiveFields = new Set(['hours', 'hours.min', 'hours.max', 'length.weeks', 'places', 'replyDays']);

/** A cell of JSON can be anything, also what has no text. */
const isZero = (cell: unknown) => cell === 0 || (typeof cell === 'string' && zero.test(cell));

/** Pairs the cells of a row with their fields, in the order in which a mapping joins them. A 0 that means nothing is blank. */
export function pairCells({ cells }: ImportRow, { columns }: RowContext): [ImportTarget, unknown][] {
  return [...cells]
    .flatMap(([column, cell]) =>
      (columns.targets.get(column) ?? []).map((target): [ImportTarget, unknown] => [target, cell]),
    )
    .filter(([{ field }, cell]) => !(positiveFields.has(field.path) && isZero(cell)))
    .toSorted(([a], [b]) => (a.order ?? 0) - (b.order ?? 0));
}
