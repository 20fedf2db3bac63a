/** Converts a row to a raw entry without an id. */
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import { unwrap } from '@/model/fields/fields';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { ProblemFinding } from '@/model/problems';
import { z } from 'zod';
import type { ImportColumns } from './table/match-columns';
import { convertValue, type CellContext } from './values/convert-value';
import { applyDefaults } from './values/apply-defaults';
import type { ImportField, ImportType, ImportTarget } from './import-fields';
import type { ImportRow } from './table/table';

/** The settings that all rows of a file share. */
export interface RowContext {
  readonly type: ImportType;
  readonly columns: ImportColumns;
  /** The language of columns that don't name one, if the row doesn't name it either. */
  readonly language: Locale | undefined;
  /** The values of blank cells, by the field's path. */
  readonly defaults: ReadonlyMap<string, unknown>;
  /** `draft` applies to every row. With `open` the row's own status counts. */
  readonly status: 'open' | 'draft';
  /** The day (`YYYY-MM-DD`) of the import. */
  readonly today: string;
  readonly cellContext: Omit<CellContext, 'report'>;
}

/** An entry without an id, and the findings of its conversion. */
export interface ConvertedRow extends Pick<RawEntry, 'type' | 'locales' | 'shared'> {
  readonly findings: readonly ProblemFinding[];
}

type Fields = Record<string, unknown>;

/** Sets the value at a dotted path. Values of several columns of one list are joined. */
function setField(fields: Fields, path: string, value: unknown): void {
  if (value === undefined) return;
  const [first = '', part] = path.split('.');
  const present = fields[first];
  if (part !== undefined) {
    fields[first] = { ...(typeof present === 'object' ? present : {}), [part]: value };
  } else if (Array.isArray(present) && Array.isArray(value)) {
    fields[first] = [...(present as unknown[]), ...(value as unknown[])];
  } else {
    fields[first] = value;
  }
}

/** Lists the languages that the row's columns name. */
function findTextLanguages(row: ImportRow, { columns }: RowContext): Locale[] {
  const named = [...row.cells.keys()].flatMap((column) => columns.targets.get(column)?.locale ?? []);
  return [...new Set(named)];
}

/** Finds the row's original language: its own statement, that of the command, or the only language of its texts. */
function findOriginalLanguage(row: ImportRow, context: RowContext, said: unknown): Locale | undefined {
  if (isLocale(said)) return said;
  if (context.language !== undefined) return context.language;
  const [only, ...others] = findTextLanguages(row, context);
  return others.length === 0 ? only : undefined;
}

/** Builds the required fields that the import can fill in itself. */
function buildRequiredFields(
  { type, today, status }: RowContext,
  shared: RawFields,
  original: Locale | undefined,
): Fields {
  const open = type === 'opportunity' ? 'open' : 'published';
  return {
    ...(original === undefined ? {} : { originalLanguage: original }),
    updated: shared['updated'] ?? today,
    status: status === 'draft' ? 'draft' : (shared['status'] ?? open),
    ...(type === 'opportunity'
      ? { posted: shared['posted'] ?? today }
      : { joined: shared['joined'] ?? today }),
  };
}

/** Converts a row. Values that can't be understood are left in place, so that validation reports them. */
export function convertRow(row: ImportRow, context: RowContext): ConvertedRow {
  const findings: ProblemFinding[] = [];
  const createCellContext = (locale?: Locale): CellContext => ({
    ...context.cellContext,
    report: (finding) => findings.push(locale === undefined ? finding : { ...finding, locale }),
  });
  const cells = [...row.cells].flatMap(([column, value]): [ImportTarget, unknown][] => {
    const target = context.columns.targets.get(column);
    return target ? [[target, value]] : [];
  });

  const sharedFields: Fields = {};
  for (const [{ field }, value] of cells) {
    if (!field.localized) setField(sharedFields, field.path, convertCell(field, value, createCellContext()));
  }
  const shared = applyDefaults(sharedFields, context.type, context.defaults, createCellContext());
  const original = findOriginalLanguage(row, context, shared['originalLanguage']);
  if (original === undefined) findings.push(languageMissing);

  const locales: Partial<Record<Locale, Fields>> = {};
  for (const [{ field, locale = original }, value] of cells) {
    if (!field.localized || locale === undefined) continue;
    setField((locales[locale] ??= {}), field.path, convertCell(field, value, createCellContext(locale)));
  }
  return {
    type: context.type,
    locales,
    shared: { ...shared, ...buildRequiredFields(context, shared, original) },
    findings,
  };
}

/** Converts a cell. A single value for a list field becomes a list of one. */
function convertCell({ schema, path }: ImportField, cell: unknown, context: CellContext): unknown {
  const value = convertValue(schema, cell, path, context);
  return unwrap(schema) instanceof z.ZodArray && !Array.isArray(value) ? [value] : value;
}

const languageMissing: ProblemFinding = {
  code: 'language-unknown',
  severity: 'blocks',
  field: 'originalLanguage',
  message: 'is missing, and it isn’t clear in which language this was written',
  hint: `Say it with --language (${Object.keys(localeTable).join(', ')}), or in a column originalLanguage.`,
};

/** Finds the title of a row for messages. */
export function findRowTitle(
  entry: Pick<RawEntry, 'locales' | 'shared'>,
  titleField: string,
): string | undefined {
  const original = entry.shared['originalLanguage'];
  const fields = isLocale(original) ? entry.locales[original] : Object.values(entry.locales)[0];
  const title = fields?.[titleField];
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}
