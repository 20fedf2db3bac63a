/** Formats records as a table: RFC 4180, UTF-8 with its mark, one line for each record. */
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';

/** The separator of a list's values in one cell. No id contains it. */
const separator = '|';

/** Formats an item of a list: `{ language: 'fr', level: 'good' } -> 'fr:good'`. */
function itemText(item: unknown): string {
  return typeof item === 'object' && item !== null ? Object.values(item).join(':') : String(item);
}

/** As much of a JSON Schema as decides about columns. */
interface RecordSchema {
  readonly properties?: Readonly<Record<string, RecordSchema>>;
  /** For texts by language: the languages, and the schema of each. */
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: RecordSchema | boolean;
  readonly anyOf?: readonly RecordSchema[];
  readonly oneOf?: readonly RecordSchema[];
}

function columnsBelow(name: string, schema: RecordSchema): string[] {
  const { properties, propertyNames, additionalProperties } = schema;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => columnsBelow(name, choice));
  const below = (part: string) => (name === '' ? part : `${name}.${part}`);
  if (properties)
    return Object.entries(properties).flatMap(([part, inner]) => columnsBelow(below(part), inner));
  if (propertyNames?.enum && typeof additionalProperties === 'object')
    return propertyNames.enum.flatMap((part) => columnsBelow(below(part), additionalProperties));
  return [name];
}

/** The columns of a table of records: all that its schema has, in the schema's order, whether a value occurs or not. */
const columnsOf = (record: z.ZodObject): string[] => [
  ...new Set(columnsBelow('', z.toJSONSchema(record) as RecordSchema)),
];

/**
 * Formats records as CSV with a header: the columns of their schema, so that a program finds them in the same place in
 * every build. A text that a spreadsheet would run as a formula gets a leading apostrophe. Spreadsheets read UTF-8 where a file
 * begins with its mark; without it Excel reads the system's old encoding.
 */
export const formatCsv = (record: z.ZodObject, records: readonly object[]): string =>
  stringify([...records], {
    bom: true,
    header: true,
    columns: columnsOf(record),
    cast: { boolean: String, object: (list) => Object.values(list).map(itemText).join(separator) },
    escape_formulas: true,
    record_delimiter: 'windows',
  });
