/** From a row to a raw entry. */
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

/** What is the same for every row of a file. */
export interface RowContext {
  readonly type: ImportType;
  readonly columns: ImportColumns;
  /** The language of columns that don't name one, where a row doesn't say it. */
  readonly language: Locale | undefined;
  /** What blank cells mean, by the field's path. */
  readonly defaults: ReadonlyMap<string, unknown>;
  /** `open`, or `draft` whatever the row says. */
  readonly status: 'open' | 'draft';
  /** The day (`YYYY-MM-DD`) of the import. */
  readonly today: string;
  readonly cellContext: Omit<CellContext, 'report'>;
}

/** An entry without an id, and what was found on the way. */
export interface ConvertedRow extends Pick<RawEntry, 'type' | 'locales' | 'shared'> {
  readonly findings: readonly ProblemFinding[];
}

type Fields = Record<string, unknown>;

/** Puts a value at a dotted path; several columns of a list go together. */
function setField(fields: Fields, path: string, value: unknown): void {
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

/** The languages in which a row has texts of its own. */
function findTextLanguages(row: ImportRow, { columns }: RowContext): Locale[] {
  const named = [...row.cells.keys()].flatMap((column) => columns.targets.get(column)?.locale ?? []);
  return [...new Set(named)];
}

/** The language that the row was written in: as it says, as the command says, or the only one that it has texts in. */
function findOriginalLanguage(row: ImportRow, context: RowContext, said: unknown): Locale | undefined {
  if (isLocale(said)) return said;
  if (context.language !== undefined) return context.language;
  const [only, ...others] = findTextLanguages(row, context);
  return others.length === 0 ? only : undefined;
}

/** Fields that an entry has to have, and that the import can say itself. */
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

/** A row as an entry of the type. What can't be understood is left in place, for validation to name. */
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

/** A cell's value; a single one of a list in JSON is a list of one. */
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

/** The title of a row, to name it by, as far as it has one. */
export function findRowTitle(
  entry: Pick<RawEntry, 'locales' | 'shared'>,
  titleField: string,
): string | undefined {
  const original = entry.shared['originalLanguage'];
  const fields = isLocale(original) ? entry.locales[original] : Object.values(entry.locales)[0];
  const title = fields?.[titleField];
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}
