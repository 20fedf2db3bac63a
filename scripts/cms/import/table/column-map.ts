/** A mapping of a sheet: the fields of its columns, and the meanings of its words. */
import { locales } from '@/i18n/locales';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { ImportError } from '../import-error';
import { contentTypes } from '@/model/types/types';
import { getImportFields, findTargetByPath } from '../import-fields';
import { importTypes, type ImportType } from '../import-types';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());

/** A column’s field; with `also` further ones; null for a column that isn’t imported. Becomes the fields’ paths. */
const columnFields = z
  .union([z.string(), z.strictObject({ to: z.string(), also: oneOrMore.optional() })])
  .transform((value) => (typeof value === 'string' ? [value] : [value.to, ...(value.also ?? [])]))
  .nullable();

/** The rules of a field. */
const fieldRules = z.strictObject({
  /** The columns that it is put together from, in this order. */
  from: oneOrMore.optional(),
  /** The value of blank cells. */
  default: scalar.optional(),
  /** The value of every row, whatever the sheet says. */
  set: scalar.optional(),
  /** Texts with more characters are cut at a word. */
  cut: z.int().min(20).max(10_000).optional(),
});

/** The status of new entries; with `sheet` that of each row. */
export const statusModes = ['draft', 'open', 'sheet'] as const;

export type StatusMode = (typeof statusModes)[number];

const schema = z.strictObject({
  /** The name of the source, by which a later import of it finds its entries. */
  source: z.string().min(1).max(100).optional(),
  type: z.enum(importTypes).optional(),
  status: z.enum(statusModes).optional(),
  /** The column that tells rows apart, if it isn’t the entries’ id. */
  row: z.string().optional(),
  /** The columns of the sheet for which the mapping was written. */
  header: z.array(z.string()).optional(),
  /** The language of columns that don't name one. */
  language: z.enum(locales).optional(),
  /** The order of day and month in 03/04/2026. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** A field's path by the column's name; null for a column that isn't imported. */
  columns: z.record(z.string(), columnFields).default({}),
  /** Rules by the field's path. */
  fields: z.record(z.string(), fieldRules).default({}),
  /** For a field, the ids or labels of its vocabulary by the words of the sheet. */
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  /** The values of blank cells, by the field's path. */
  defaults: z.record(z.string(), scalar).default({}),
});

/** A mapping in the form of its file. */
export type ColumnMap = z.output<typeof schema>;

export const emptyColumnMap: ColumnMap = { columns: {}, fields: {}, values: {}, defaults: {} };

/** Reads a mapping (YAML or JSON). Throws an `ImportError` that names the place. */
export function parseColumnMap(text: string): ColumnMap {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ImportError(`The mapping is not valid YAML: ${error.message.split('\n')[0]}`, 'Fix that line.');
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ImportError(
    `The mapping has a fault at ${issue?.path.join('.') || 'its top level'}: ${issue?.message}.`,
    'docs/editors.md shows what a mapping may say.',
  );
}

/** Returns the values of a mapping’s rules by the field’s path. */
function ruleValues(map: ColumnMap, rule: 'default' | 'set'): [string, string | number | boolean][] {
  return Object.entries(map.fields).flatMap(([path, rules]): [string, string | number | boolean][] =>
    rules[rule] === undefined ? [] : [[path, rules[rule]]],
  );
}

/** Returns the values of blank cells, by the field’s path. */
export const defaultValues = (map: ColumnMap) =>
  new Map([...Object.entries(map.defaults), ...ruleValues(map, 'default')]);

/** Returns the values that hold for every row, by the field’s path. */
export const setValues = (map: ColumnMap) => new Map(ruleValues(map, 'set'));

/** Returns the most characters of texts, by the field’s path. */
export const cutLengths = (map: ColumnMap) =>
  new Map(
    Object.entries(map.fields).flatMap(([path, { cut }]): [string, number][] =>
      cut === undefined ? [] : [[path, cut]],
    ),
  );

/** Throws an `ImportError` if a mapping names a field that the type doesn't have. */
export function assertKnownFields(map: ColumnMap, type: ImportType): void {
  const hasColumn = (path: string) => findTargetByPath(type, path)?.field.isItemPart === false;
  for (const [column, paths] of Object.entries(map.columns)) {
    const wrong = paths?.find((path) => path !== 'id' && !hasColumn(path));
    if (wrong !== undefined)
      throw createUnknownFieldError(`puts the column “${column}” into “${wrong}”`, type);
  }
  for (const [path, { from }] of Object.entries(map.fields)) {
    if (!findTargetByPath(type, path) || (from && !hasColumn(path)))
      throw createUnknownFieldError(`has rules for “${path}”`, type);
  }
  const titleField = contentTypes[type].title;
  for (const path of [...defaultValues(map).keys(), ...setValues(map).keys()]) {
    // Two entries can't have one title.
    if (path.endsWith(titleField) || !getImportFields(type).has(path))
      throw createUnknownFieldError(`has a default for “${path}”`, type, titleField);
  }
  for (const path of Object.keys(map.values)) {
    if (!findTargetByPath(type, path)) throw createUnknownFieldError(`has values for “${path}”`, type);
  }
}

function createUnknownFieldError(what: string, type: ImportType, without?: string): ImportError {
  const known = [...getImportFields(type).keys()].filter((path) => path !== without);
  return new ImportError(
    `The mapping ${what}, which is no field of the type ${type}${without === undefined ? '' : ' that may have one'}.`,
    `The fields are: ${known.join(', ')}${without === undefined ? '; fr.title for one language' : ''}.`,
  );
}
