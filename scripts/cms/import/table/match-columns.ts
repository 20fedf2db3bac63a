/** Matches the columns of a table with fields of the model. */
import type { ColumnMap } from './column-map';
import { ImportError } from '../import-error';
import {
  findTargetByPath,
  findTargetByName,
  getImportFields,
  type ImportType,
  type ImportTarget,
} from '../import-fields';
import { unwrap } from '@/model/fields/fields';
import { z } from 'zod';

/** The fields of a table's columns, and the columns that aren't imported. */
export interface ImportColumns {
  readonly targets: ReadonlyMap<string, ImportTarget>;
  /** The column with the entries' ids, if there is one. */
  readonly id: string | undefined;
  /** Columns whose name matches no field. */
  readonly unknown: readonly string[];
  /** Columns with fields that only an editor may fill in. */
  readonly withheld: readonly string[];
}

/**
 * Fields with an editor's own statements, such as checks and where applications go. The sender of a file can't fill
 * them in. A mapping that names such a column counts as an editor's statement.
 */
function isEditorOnly({ field }: ImportTarget, type: ImportType): boolean {
  const [name = ''] = field.path.split('.');
  return getImportFields(type).get(name)?.meta.importable === false;
}

/** Finds the field of each column. Throws an `ImportError` if two columns hold the same field, unless it is a list. */
export function matchColumns(columns: readonly string[], type: ImportType, map: ColumnMap): ImportColumns {
  const targets = new Map<string, ImportTarget>();
  const unknown: string[] = [];
  const withheld: string[] = [];
  let id: string | undefined;
  for (const column of columns) {
    const mapped = Object.hasOwn(map.columns, column) ? map.columns[column] : undefined;
    // The column with the type concerns the whole file, and was read before.
    if (mapped === null || (mapped === undefined && column === 'type')) continue;
    if (mapped === 'id' || (mapped === undefined && column.toLowerCase() === 'id')) {
      id = column;
      continue;
    }
    const target = mapped === undefined ? findTargetByName(type, column) : findTargetByPath(type, mapped);
    if (!target) unknown.push(column);
    else if (mapped === undefined && isEditorOnly(target, type)) withheld.push(column);
    else targets.set(column, target);
  }
  assertDistinctFields(targets);
  return { targets, id, unknown, withheld };
}

function assertDistinctFields(targets: ReadonlyMap<string, ImportTarget>): void {
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
