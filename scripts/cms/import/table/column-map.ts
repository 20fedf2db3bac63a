/** A mapping of a sheet: the fields of its columns, and the meanings of its words. */
import { locales } from '@/i18n/locales';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { ImportError } from '../import-error';
import { getImportFields, importTypes, findTargetByPath, type ImportType } from '../import-fields';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const schema = z.strictObject({
  type: z.enum(importTypes).optional(),
  /** The language of columns that don't name one. */
  language: z.enum(locales).optional(),
  /** The order of day and month in 03/04/2026. */
  dates: z.enum(['dmy', 'mdy']).optional(),
  /** A field's path by the column's name; null for a column that isn't imported. */
  columns: z.record(z.string(), z.string().nullable()).default({}),
  /** For a field, the ids or labels of its vocabulary by the words of the sheet. */
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  /** The values of blank cells, by the field's path. */
  defaults: z.record(z.string(), scalar).default({}),
});

/** A mapping in the form of its file. */
export type ColumnMap = z.output<typeof schema>;

export const emptyColumnMap: ColumnMap = { columns: {}, values: {}, defaults: {} };

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

/** Throws an `ImportError` if a mapping names a field that the type doesn't have. */
export function assertKnownFields(map: ColumnMap, type: ImportType): void {
  for (const [column, path] of Object.entries(map.columns)) {
    if (
      path === null ||
      path === 'id' ||
      (findTargetByPath(type, path) && !findTargetByPath(type, path)?.field.isItemPart)
    )
      continue;
    throw createUnknownFieldError(`puts the column “${column}” into “${path}”`, type);
  }
  for (const path of Object.keys(map.defaults)) {
    // A text belongs to one entry, so it can't be a default.
    if (findTargetByPath(type, path)?.field.localized !== false)
      throw createUnknownFieldError(`has a default for “${path}”`, type, true);
  }
  for (const path of Object.keys(map.values)) {
    if (!findTargetByPath(type, path)) throw createUnknownFieldError(`has values for “${path}”`, type);
  }
}

function createUnknownFieldError(what: string, type: ImportType, sharedOnly = false): ImportError {
  const known = [...getImportFields(type).values()].filter(({ localized }) => !(sharedOnly && localized));
  return new ImportError(
    `The mapping ${what}, which is no ${sharedOnly ? 'shared ' : ''}field of the type ${type}.`,
    `The fields are: ${known.map(({ path }) => path).join(', ')}${sharedOnly ? '' : '; fr.title for one language'}.`,
  );
}
