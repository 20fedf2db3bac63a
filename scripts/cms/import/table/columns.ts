/** Which column of a table is which field. */
import type { ColumnMap } from './column-map';
import { ImportError } from '../import-error';
import { importFields, targetAt, targetNamed, type ImportType, type ImportTarget } from '../import-fields';
import { unwrap } from '@/model/fields/fields';
import { z } from 'zod';

/** What the columns of a table are for, and which are for nothing. */
export interface ImportColumns {
  readonly targets: ReadonlyMap<string, ImportTarget>;
  /** The column with the entries' ids, if there is one. */
  readonly id: string | undefined;
  /** Columns that no field has the name of. */
  readonly unknown: readonly string[];
  /** Columns with what only an editor can say. */
  readonly withheld: readonly string[];
}

/**
 * What readers are told an editor has seen, and where their applications go: nobody else says so by sending a file.
 * A mapping that names such a column is an editor's word.
 */
function isEditorsOwn({ field }: ImportTarget, type: ImportType): boolean {
  const [name = ''] = field.path.split('.');
  return importFields(type).get(name)?.meta.importable === false;
}

/** Throws an `ImportError` where two columns would be the same field, unless it is a list. */
export function matchColumns(columns: readonly string[], type: ImportType, map: ColumnMap): ImportColumns {
  const targets = new Map<string, ImportTarget>();
  const unknown: string[] = [];
  const withheld: string[] = [];
  let id: string | undefined;
  for (const column of columns) {
    const mapped = Object.hasOwn(map.columns, column) ? map.columns[column] : undefined;
    // The type is the file's, and is read before.
    if (mapped === null || (mapped === undefined && column === 'type')) continue;
    if (mapped === 'id' || (mapped === undefined && column.toLowerCase() === 'id')) {
      id = column;
      continue;
    }
    const target = mapped === undefined ? targetNamed(type, column) : targetAt(type, mapped);
    if (!target) unknown.push(column);
    else if (mapped === undefined && isEditorsOwn(target, type)) withheld.push(column);
    else targets.set(column, target);
  }
  assertApart(targets);
  return { targets, id, unknown, withheld };
}

function assertApart(targets: ReadonlyMap<string, ImportTarget>): void {
  const first = new Map<string, string>();
  for (const [column, { field, locale }] of targets) {
    if (unwrap(field.schema) instanceof z.ZodArray) continue;
    const place = locale === undefined ? field.path : `${locale}.${field.path}`;
    const other = first.get(place);
    if (other !== undefined) {
      throw new ImportError(
        `The columns “${other}” and “${column}” are both the field ${place}.`,
        'Give one of them null in the columns of a mapping (--map FILE).',
      );
    }
    first.set(place, column);
  }
}
