/** Pairs the cells of a row with the fields of their columns. */
import type { ProblemFinding } from '@/model/problems';
import type { RowContext } from './row-context';
import type { ImportField, ImportTarget } from '../import-fields';
import type { ImportRow } from '../table/table';

/** Numbers that mean nothing where a field needs more than none. */
const zero = /^\s*0(?:[.,]0+)?\s*(?:-\s*0\s*)?(?:\p{L}+\.?)?\s*$/u;
const positiveFields = new Set(['hours', 'hours.min', 'hours.max', 'length.weeks', 'places', 'replyDays']);

/** True for a cell that counts as blank, since it says 0 where that means nothing and there is a default. */
function isEmptyNumber(cell: unknown, { path }: ImportField, { defaults, set }: RowContext): boolean {
  if (!positiveFields.has(path) || !zero.test(String(cell))) return false;
  const [first = ''] = path.split('.');
  return [...defaults.keys(), ...(set?.keys() ?? [])].some((key) => key === path || key.startsWith(first));
}

/** Pairs the cells of a row with their fields, in the order in which a mapping joins them. */
export function pairCells(
  row: ImportRow,
  context: RowContext,
  findings: ProblemFinding[],
): [ImportTarget, unknown][] {
  const pairs = [...row.cells].flatMap(([column, value]) =>
    (context.columns.targets.get(column) ?? []).map((target): [ImportTarget, unknown] => [target, value]),
  );
  return pairs
    .filter(([{ field, locale }, cell]) => {
      // A value that the mapping sets holds for every row.
      if (context.set?.has(field.path) && locale === undefined) return false;
      if (!isEmptyNumber(cell, field, context)) return true;
      findings.push({
        code: 'zero-replaced',
        severity: 'warns',
        field: field.path,
        message: 'is 0, so the value of the mapping was taken',
        hint: 'Fill the cell in if that is wrong.',
      });
      return false;
    })
    .toSorted(([a], [b]) => (a.order ?? 0) - (b.order ?? 0));
}
