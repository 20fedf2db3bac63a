/** Matches the columns of a table with fields of the model. */
import { columnKey } from '../column-key';
import type { ColumnMap } from './column-map';
import { OperatorError } from '@/model/operator-error';
import {
  findTargetByKey,
  findTargetByName,
  findTargetByOwnName,
  findTargetByPath,
  findTargetByQuestion,
  getImportFields,
  type ImportTarget,
} from '../import-fields';
import type { ImportType } from '../import-types';
import { unwrap } from '@/model/fields/fields';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';

/** The fields of a table's columns, and the columns that aren't imported. */
export type ImportColumns = ReturnType<typeof matchColumns>;

/** What the values of columns say. */
export interface ColumnValues {
  /** The path of the field that they fit; undefined if there is none. */
  readonly guess: (column: string) => string | undefined;
  /** False for a column called “Place” that names places, say. */
  readonly hasNumbers: (column: string) => boolean;
  /** False for a column called “Commitment” that says “regular” or “twice a week”, say. */
  readonly hasHours: (column: string) => boolean;
  /** True for texts that are rather titles than descriptions. */
  readonly isShort: (column: string) => boolean;
}

/**
 * Fields with an editor's own statements, such as checks and where applications go. The sender of a file can't fill
 * them in. A mapping that names such a column counts as an editor's statement.
 */
function isEditorOnly({ field }: ImportTarget, type: ImportType, isSheet: boolean): boolean {
  const [name = ''] = field.path.split('.');
  // Whoever proposes something in a form says how to apply. In a sheet the address may be that of a person.
  return getImportFields(type).get(name)?.meta.importable === false || (isSheet && name === 'applyEmail');
}

/** The place of a field: `closes.date`, `fr.title`. */
export const formatPlace = ({ field, locale }: ImportTarget): string =>
  locale === undefined ? field.path : `${locale}.${field.path}`;

const isList = ({ field }: ImportTarget) => unwrap(field.schema) instanceof z.ZodArray;

/** Names of columns with the level of a language, by what they say. */
const levelNames = new Set(
  ['level', 'language level', 'niveau', 'niveau de langue', 'nivel', 'nivel de idioma'].map(columnKey),
);

/** Fields whose columns are called alike: the values tell which one it is. */
const calledAlike = new Set(['taskTypes', 'causes']);

const findByName = (type: ImportType, column: string) =>
  findTargetByName(type, column) ?? findTargetByKey(type, column) ?? findTargetByQuestion(type, column);

/**
 * Finds the fields of each column: as the mapping says, by its name, by what its name says, then by its values. Throws an
 * `OperatorError` if the mapping gives two columns one field that is no list, or needs a column that isn’t there.
 */
export function matchColumns(
  columns: readonly string[],
  type: ImportType,
  map: ColumnMap,
  values?: ColumnValues,
  isSheet = true,
) {
  const sources = Object.entries(map.fields).flatMap(([path, { from }]) => (from ? [{ path, from }] : []));
  const sourceColumns = new Set(sources.flatMap(({ from }) => from));
  const targets = new Map<string, ImportTarget[]>();
  /** The column of each place. */
  const places = new Map<string, string>();
  const add = (column: string, target: ImportTarget) => {
    targets.set(column, [...(targets.get(column) ?? []), target]);
    places.set(formatPlace(target), column);
  };
  /** True for a field of which the whole or a part has a column. */
  const isTaken = (target: ImportTarget) => {
    const place = formatPlace(target);
    const [group = ''] = target.field.path.split('.');
    const hasPart = [...places.keys()].some((other) => other.startsWith(`${place}.`));
    return places.has(place) || places.has(group) || hasPart;
  };
  /** True for a field that a column has in some language: nothing is guessed for it. */
  const isNamed = ({ field }: ImportTarget) =>
    [...targets.values()].flat().some((other) => other.field === field);
  const withheld = new Set<string>();
  const guessed = new Set<string>();
  const unknown = new Set<string>();
  let id: string | undefined;
  let level: string | undefined;
  let left: string[] = [];
  for (const column of columns) {
    const mapped = Object.hasOwn(map.columns, column) ? map.columns[column] : undefined;
    // The column with the type concerns the whole file, and was read before.
    if (mapped === null || (mapped === undefined && column === 'type')) continue;
    if (mapped === 'id' || (mapped === undefined && column.toLowerCase() === 'id')) {
      id = column;
    } else if (mapped === undefined) {
      // Its name may be that of a field, such as “Reference”.
      if (column !== map.row) left.push(column);
    } else {
      const target = findTargetByPath(type, mapped);
      const other = target && places.get(formatPlace(target));
      if (target && other !== undefined && !isList(target)) throw createTwiceError(other, column, target);
      if (target) add(column, target);
    }
  }
  const guessTarget = (column: string) => {
    const path = values?.guess(column);
    return path === undefined ? undefined : findTargetByPath(type, path);
  };
  const title = findTargetByPath(type, contentTypes[type].title);
  const hasTitle = left.some(
    (column) => (findByName(type, column) ?? guessTarget(column))?.field === title?.field,
  );
  /** What the name says, where the values don't say which of two that are called alike. */
  const chosen = (column: string, target: ImportTarget | undefined) => {
    // Short texts below “Task” are titles, where nothing else is.
    if (target?.field.path === 'task' && !hasTitle && values?.isShort(column) === true) return title;
    if (target?.field.path === 'hours' && values?.hasHours(column) === false) return undefined;
    const other = target && calledAlike.has(target.field.path) ? guessTarget(column) : undefined;
    return other && calledAlike.has(other.field.path) ? other : target;
  };
  const steps: readonly ((column: string) => ImportTarget | undefined)[] = [
    (column) => chosen(column, findTargetByOwnName(type, column)),
    (column) => chosen(column, findTargetByName(type, column)),
    (column) => {
      const target = chosen(column, findTargetByKey(type, column));
      const isNumber = target?.field.meta.widget === 'number';
      return isNumber && values?.hasNumbers(column) === false ? undefined : target;
    },
    (column) => findTargetByQuestion(type, column),
    guessTarget,
  ];
  for (const find of steps) {
    left = left.filter((column) => {
      const target = find(column);
      if (!target) return true;
      if (isEditorOnly(target, type, isSheet)) {
        withheld.add(column);
        return false;
      }
      // A field that the mapping puts together takes nothing else.
      if (sources.some(({ path }) => path === formatPlace(target))) return !sourceColumns.has(column);
      const isGuess = find === guessTarget;
      if (isTaken(target) ? isGuess || !isList(target) : isGuess && isNamed(target)) return true;
      add(column, target);
      if (isGuess) guessed.add(column);
      return false;
    });
  }
  for (const column of left) {
    const languages = findTargetByPath(type, 'languages');
    if (type === 'opportunity' && level === undefined && levelNames.has(columnKey(column))) {
      // Alone, it names the languages too.
      if (!languages || isTaken(languages)) level = column;
      else add(column, languages);
    } else if (!sourceColumns.has(column)) unknown.add(column);
  }
  const row = map.row ?? id;
  for (const name of [...sourceColumns, row])
    if (name !== undefined && !columns.includes(name)) throw createMissingColumnError(name);
  for (const { path, from } of sources) {
    const target = findTargetByPath(type, path);
    if (target) for (const [order, column] of from.entries()) add(column, { ...target, order });
  }
  return {
    /** A column may feed several fields; a text may be put together from several columns, in this order. */
    targets: new Map(
      columns.flatMap((column) => (targets.has(column) ? [[column, targets.get(column) ?? []]] : [])),
    ),
    /** The column with the entries' ids, if there is one. */
    id,
    /** The column that tells rows apart: that of the mapping, else that of the ids. */
    row,
    /** The column with the level of the languages beside it. */
    level,
    /** Columns whose fields were found by their values, not by their names. */
    guessed: columns.filter((column) => guessed.has(column)),
    /** Columns that match no field, or one that another column has. */
    unknown: columns.filter((column) => unknown.has(column)),
    /** Columns with fields that only an editor may fill in. */
    withheld: columns.filter((column) => withheld.has(column)),
  };
}

function createMissingColumnError(column: string): OperatorError {
  return new OperatorError(
    `The mapping asks for a column “${column}”, which the sheet doesn’t have.`,
    'Correct the name in the mapping, or choose another mapping with --map FILE.',
  );
}

function createTwiceError(other: string, column: string, target: ImportTarget): OperatorError {
  return new OperatorError(
    `The columns “${other}” and “${column}” are both the field ${formatPlace(target)}.`,
    'Give one of them null in the columns of a mapping (--map FILE), or put them together with from.',
  );
}
