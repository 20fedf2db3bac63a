/** The controls that solve a problem of a row: the cells or words that it is about. */
import type { EditorTranslate } from '@/i18n/editor';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { z } from 'zod';
import { findColumns, formatFieldName } from '@scripts/cms/import/report/format-finding';
import { findTargetByPath, getImportFields } from '@scripts/cms/import/import-fields';
import type { ImportType } from '@scripts/cms/import/import-types';
import type { ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import { addedColumn, addedPlace, findMeaning, type ReviewChoices } from '@scripts/cms/import/review/choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { RowFinding } from '@scripts/cms/import/row/row-finding';
import { termSchema } from '@scripts/cms/import/table/column-values';
import type { ImportColumns } from '@scripts/cms/import/table/match-columns';
import type { ImportRow } from '@scripts/cms/import/table/table';
import { listNearTerms } from '@scripts/cms/import/values/guess-term';
import { nameTerm } from '@scripts/cms/import/values/find-term';
import type { Option } from '@scripts/forms/values/match-options';

/** A row as the sheet has it and as it was corrected, with everything that tells what its cells are. */
export interface RowSource {
  readonly sheet: ReviewedSheet;
  readonly choices: ReviewChoices;
  readonly columns: ImportColumns;
  readonly original: ImportRow;
  readonly corrected: ImportRow;
  readonly t: EditorTranslate;
}

export type CellInput = ReturnType<typeof createCellInput>;

/** The control of a column's cell, or of a field that no column has. `path` chooses among the fields of the column. */
export function createCellInput(
  column: string,
  { sheet, columns, original, corrected, t }: RowSource,
  path?: string,
) {
  const { type } = sheet.settings;
  const place = addedPlace(column);
  const ofAdded = place === undefined ? undefined : findTargetByPath(type, place);
  const own = columns.targets.get(column) ?? (ofAdded ? [ofAdded] : []);
  const target = own.find(({ field }) => field.path === path) ?? own[0];
  const name = target ? formatFieldName(target.field.path, type, t, target.locale) : column;
  return {
    column,
    label: place !== undefined || name === column ? name : `${column} → ${name}`,
    /** The text that counts now, and the sheet's. */
    text: cellText(corrected.cells.get(column)),
    sheet: cellText(original.cells.get(column)),
    /** The field whose control it has; empty for the sheet's own text, and if several fields share the cell. */
    path: own.length > 1 ? '' : (target?.field.path ?? ''),
  };
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
    const place = locale === undefined ? part : `${locale}.${part}`;
    const [column = addedColumn(place)] = findColumns({ ...finding, field: part }, columns);
    return createCellInput(column, source, part);
  });
}

export type WordInput = NonNullable<ReturnType<typeof createWordInput>>;

/** The control of a word’s meaning; undefined for a field that has no such words. */
export function createWordInput(
  path: string,
  word: string,
  { sheet, choices, t }: Pick<RowSource, 'sheet' | 'choices' | 't'>,
) {
  const { type } = sheet.settings;
  const field = getImportFields(type).get(path);
  if (!field) return undefined;
  const schema = termSchema(field);
  const near = fieldMeta(schema).widget === 'choice' ? listNearTerms(schema, word) : [];
  return {
    path,
    word,
    label: formatFieldName(path, type, t),
    /** The id that was chosen in the review. */
    chosen: findMeaning(choices, path, word) ?? null,
    /** The nearest terms. */
    proposals: near.map((id): Option => ({ id, name: nameTerm(schema, id, t.locale) })),
  };
}
