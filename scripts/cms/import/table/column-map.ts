/** A mapping of a sheet: the fields of its columns, and the meanings of its words. */
import { locales } from '@/i18n/locales';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { OperatorError } from '@/model/operator-error';
import { contentTypes } from '@/model/types/types';
import { getImportFields, findTargetByPath } from '../import-fields';
import { importTypes, type ImportType } from '../import-types';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The rules of a field. */
const fieldRules = z.strictObject({
  /** The columns that it is put together from, in this order. They may be other fields too. */
  from: z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((value) => [value].flat())
    .optional(),
  /** Texts with more characters are cut at a word. */
  cut: z.int().min(20).max(10_000).optional(),
});

/** The status of new entries; with `sheet` that of each row. */
export const statusModes = ['draft', 'open', 'sheet'] as const;

const schema = z.strictObject({
  /** The name of the source, by which a later import of it finds its entries. */
  source: z.string().min(1).max(100).optional(),
  type: z.enum(importTypes).optional(),
  status: z.enum(statusModes).optional(),
  /** The column that tells rows apart, if it isn’t the entries’ id. */
  row: z.string().optional(),
  /** The language of columns that don't name one. */
  language: z.enum(locales).optional(),
  /** The order of day and month in 03/04/2026. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** A field's path by the column's name; null for a column that isn't imported. */
  columns: z.record(z.string(), z.string().nullable()).default({}),
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

/** Reads a mapping (YAML or JSON). Throws an `OperatorError` that names the place. */
export function parseColumnMap(text: string): ColumnMap {
  let value: unknown;
  try {
    value = parse(text, { logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new OperatorError(
      `The mapping is not valid YAML: ${error.message.split('\n')[0]}`,
      'Fix that line.',
    );
  }
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new OperatorError(
    `The mapping has a fault at ${issue?.path.join('.') || 'its top level'}: ${issue?.message}.`,
    'docs/editors.md shows what a mapping may say.',
  );
}

/** Throws an `OperatorError` if a mapping names a field that the type doesn't have. */
export function assertKnownFields(map: ColumnMap, type: ImportType): void {
  const { title } = contentTypes[type];
  const hasColumn = (path: string) => findTargetByPath(type, path)?.field.isItemPart === false;
  const isKnown = (path: string) => findTargetByPath(type, path) !== undefined;
  // Two entries can't have one title.
  const canBeDefault = (path: string) => !path.endsWith(title) && getImportFields(type).has(path);
  const refuse = (what: string, why = '') => {
    throw new OperatorError(
      `The mapping ${what}, which is no field of the type ${type}${why}.`,
      `The fields are: ${[...getImportFields(type).keys()].join(', ')}; fr.title for one language.`,
    );
  };
  for (const [column, path] of Object.entries(map.columns)) {
    if (path !== null && path !== 'id' && !hasColumn(path))
      refuse(`puts the column “${column}” into “${path}”`);
  }
  for (const [path, { from }] of Object.entries(map.fields)) {
    if (!isKnown(path) || (from && !hasColumn(path))) refuse(`has rules for “${path}”`);
  }
  for (const path of Object.keys(map.defaults)) {
    if (!canBeDefault(path)) refuse(`has a default for “${path}”`, ' that may have one');
  }
  for (const path of Object.keys(map.values)) if (!isKnown(path)) refuse(`has values for “${path}”`);
}
