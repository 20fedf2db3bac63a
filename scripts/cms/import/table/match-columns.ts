/** Matches the columns of a table with fields of the model. */
import type { ColumnMap } from './column-map';
import { ImportError } from '../import-error';
import { findTargetByPath, findTargetByName, getImportFields, type ImportTarget } from '../import-fields';
import type { ImportType } from '../import-types';
import { reasonColumns } from '../report/reason-columns';
import { unwrap } from '@/model/fields/fields';
import { z } from 'zod';

/** The fields of a table's columns, and the columns that aren't imported. */
export interface ImportColumns {
  /** A column may feed several fields; a text may be put together from several columns, in this order. */
  readonly targets: ReadonlyMap<string, readonly ImportTarget[]>;
  /** The column with the entries' ids, if there is one. */
  readonly id: string | undefined;
  /** The column that tells rows apart: that of the mapping, else that of the ids. */
  readonly row: string | undefined;
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

/** Returns a mapping’s columns of each field that is put together from some, by `locale.path`. */
function findFieldSources(map: ColumnMap): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(map.fields).flatMap(([path, { from }]): [string, readonly string[]][] =>
      from === undefined ? [] : [[path, from]],
    ),
  );
}

const formatPlace = ({ field, locale }: ImportTarget) =>
  locale === undefined ? field.path : `${locale}.${field.path}`;

/**
 * Finds the fields of each column. Throws an `ImportError` if two columns hold the same field, unless it is a list or
 * the mapping puts them together, or if the mapping needs a column that isn’t there.
 */
export function matchColumns(columns: readonly string[], type: ImportType, map: ColumnMap): ImportColumns {
  const sources = findFieldSources(map);
  const targets = new Map<string, readonly ImportTarget[]>();
  const unknown: string[] = [];
  const withheld: string[] = [];
  let id: string | undefined;
  for (const column of columns) {
    const mapped = Object.hasOwn(map.columns, column) ? map.columns[column] : undefined;
    const isSource = [...sources.values()].some((from) => from.includes(column));
    // The column with the type concerns the whole file, and was read before.
    if (mapped === null || (mapped === undefined && (column === 'type' || reasonColumns.has(column))))
      continue;
    if (mapped?.includes('id') || (mapped === undefined && column.toLowerCase() === 'id')) {
      id = column;
      continue;
    }
    // Its name may be that of a field, such as “Reference”.
    if (mapped === undefined && column === map.row) continue;
    const found =
      mapped === undefined
        ? [findTargetByName(type, column)]
        : mapped.map((path) => findTargetByPath(type, path));
    const known = found
      .filter((target) => target !== undefined)
      // A field that the mapping puts together takes nothing else.
      .filter((target) => mapped !== undefined || !sources.has(formatPlace(target)));
    const [only] = known;
    if (mapped === undefined && only && isEditorOnly(only, type)) withheld.push(column);
    else if (known.length > 0) targets.set(column, known);
    else if (!isSource && found.every((target) => target === undefined)) unknown.push(column);
  }
  assertDistinctFields(targets);
  addSources(targets, sources, columns, type);
  const row = map.row ?? id;
  if (row !== undefined && !columns.includes(row)) throw createMissingColumnError(row);
  return { targets, id, row, unknown, withheld };
}

/** Adds the columns of fields that are put together. */
function addSources(
  targets: Map<string, readonly ImportTarget[]>,
  sources: ReadonlyMap<string, readonly string[]>,
  columns: readonly string[],
  type: ImportType,
): void {
  for (const [path, from] of sources) {
    const target = findTargetByPath(type, path);
    if (!target) continue;
    for (const column of from) {
      if (!columns.includes(column)) throw createMissingColumnError(column);
      targets.set(column, [...(targets.get(column) ?? []), { ...target, order: from.indexOf(column) }]);
    }
  }
}

function createMissingColumnError(column: string): ImportError {
  return new ImportError(
    `The mapping asks for a column “${column}”, which the sheet doesn’t have.`,
    'Correct the name in the mapping, or choose another mapping with --map FILE.',
  );
}

function assertDistinctFields(targets: ReadonlyMap<string, readonly ImportTarget[]>): void {
  const first = new Map<string, string>();
  for (const [column, own] of targets) {
    for (const target of own) {
      if (unwrap(target.field.schema) instanceof z.ZodArray) continue;
      const place = formatPlace(target);
      const other = first.get(place);
      if (other !== undefined) {
        throw new ImportError(
          `The columns “${other}” and “${column}” are both the field ${place}.`,
          'Give one of them null in the columns of a mapping (--map FILE), or put them together with from.',
        );
      }
      first.set(place, column);
    }
  }
}
