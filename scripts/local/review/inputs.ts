/** The controls that solve a problem of a row: the cells or words that it is about. */
import type { EditorTranslate } from '@/i18n/editor';
import { isLocale } from '@/i18n/locales';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { z } from 'zod';
import { findColumns, formatFieldName } from '@scripts/cms/import/report/format-finding';
import { findTargetByPath, getImportFields } from '@scripts/cms/import/import-fields';
import type { ImportType } from '@scripts/cms/import/import-types';
import type { ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { RowFinding } from '@scripts/cms/import/row/row-finding';
import type { ImportColumns } from '@scripts/cms/import/table/match-columns';
import type { ImportRow } from '@scripts/cms/import/table/table';
import { listNearTerms } from '@scripts/cms/import/values/guess-term';
import { nameTerm } from '@scripts/cms/import/values/find-term';
import type { CellInput, WordInput } from './review-types';

/** A row as the sheet has it and as it was corrected, with everything that tells what its cells are. */
export interface RowSource {
  readonly sheet: ReviewedSheet;
  readonly columns: ImportColumns;
  readonly original: ImportRow;
  readonly corrected: ImportRow;
  readonly t: EditorTranslate;
}

/** The schema of a field's single value. */
function findItemSchema(type: ImportType, path: string): z.core.$ZodType | undefined {
  const field = getImportFields(type).get(path);
  if (!field) return undefined;
  const inner = unwrap(field.schema);
  return inner instanceof z.ZodArray ? unwrap(inner.element) : inner;
}

/** The name of a field, with the language of its own that a place may have. */
function formatTarget(path: string, locale: string | undefined, { sheet, t }: RowSource): string {
  const name = formatFieldName(path, sheet.settings.type, t);
  return locale === undefined ? name : `${name} (${locale})`;
}

/** The input of a column's cell. `path` chooses among the fields of the column. */
export function createCellInput(column: string, source: RowSource, path?: string): CellInput {
  const { sheet, columns, original, corrected } = source;
  const own = columns.targets.get(column) ?? [];
  const target = own.find(({ field }) => field.path === path) ?? own[0];
  const field = [...sheet.addedColumns].find(([, name]) => name === column)?.[0];
  const fieldPath = target?.field.path ?? '';
  const name = target ? formatTarget(fieldPath, target.locale, source) : column;
  return {
    place: field === undefined ? { column } : { field },
    label: field !== undefined || name === column ? name : `${column} → ${name}`,
    text: cellText(corrected.cells.get(column)),
    sheet: cellText(original.cells.get(column)),
    // A cell that several fields share is written as the sheet has it.
    path: own.length > 1 ? '' : fieldPath,
  };
}

/** The control of a field that no column has. */
function createFieldInput(field: string, source: RowSource): CellInput {
  const target = findTargetByPath(source.sheet.settings.type, field);
  const path = target?.field.path ?? field;
  return { place: { field }, label: formatTarget(path, target?.locale, source), text: '', sheet: '', path };
}

/** Lists the places that a field can be filled in at: a group’s parts, unless a column has the whole group. */
function listPlaces(type: ImportType, path: string): string[] {
  const fields = getImportFields(type);
  const field = fields.get(path);
  if (!field) return [];
  if (!(unwrap(field.schema) instanceof z.ZodObject)) return [path];
  return [...fields.keys()].filter((other) => other.startsWith(`${path}.`));
}

/** The known field that a finding is about: `'languages.0.level' -> 'languages'`. */
function findKnownField(type: ImportType, path: string): string {
  const fields = getImportFields(type);
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  while (parts.length > 0) {
    const field = fields.get(parts.join('.'));
    if (field && !field.isItemPart) return parts.join('.');
    parts.pop();
  }
  return '';
}

/** The controls of the cells that a finding is about. */
export function createCellInputs(finding: RowFinding, source: RowSource): CellInput[] {
  const { sheet, columns } = source;
  const { type } = sheet.settings;
  if (finding.field === 'id' && columns.id !== undefined) return [createCellInput(columns.id, source)];
  if (finding.code === 'row-repeated' && columns.row !== undefined)
    return [createCellInput(columns.row, source)];
  const path = findKnownField(type, finding.field ?? '');
  if (path === '') return [];
  const own = findColumns(finding, columns);
  if (own.length > 0) return own.map((column) => createCellInput(column, source, path));
  const { locale } = finding;
  return listPlaces(type, path).map((part) => {
    const place = locale !== undefined && isLocale(locale) ? `${locale}.${part}` : part;
    const columnOfPart = findColumns({ ...finding, field: part }, columns)[0];
    return columnOfPart === undefined
      ? createFieldInput(place, source)
      : createCellInput(columnOfPart, source, part);
  });
}

/** The control of a word’s meaning; undefined for a finding that isn’t about a word. */
export function createWordInput(
  { word, field: path = '' }: RowFinding,
  chosen: string | undefined,
  type: ImportType,
  t: EditorTranslate,
): WordInput | undefined {
  const item = findItemSchema(type, path);
  if (word === undefined || !item) return undefined;
  const near = fieldMeta(item).widget === 'choice' ? listNearTerms(item, word) : [];
  return {
    path,
    word,
    label: formatFieldName(path, type, t),
    chosen: chosen ?? null,
    proposals: near.map((id) => ({ id, name: nameTerm(item, id, t.locale) })),
  };
}
