/** The rows of a planned import with what was chosen about them. */
import type { RawEntry } from '@/model/types/entry';
import type { ImportPlan, SheetImport } from '@scripts/cms/import/plan-import';
import { hashCells, type ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import type { ReviewChoices } from '@scripts/cms/import/review/choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { RowFinding } from '@scripts/cms/import/row/row-finding';
import type { ImportRow } from '@scripts/cms/import/table/table';
import { foldWords } from '@scripts/cms/import/values/fold-words';
import { contentTypes } from '@/model/types/types';
import type { ImportType } from '@scripts/cms/import/import-types';
import type { ImportColumns } from '@scripts/cms/import/table/match-columns';
import type { RowState } from './review-types';

/** A row of the sheet, and what an import would make of it. */
export interface ReviewRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: RowState;
  readonly findings: readonly RowFinding[];
  /** As the sheet has it, and as it was corrected. */
  readonly original: ImportRow;
  readonly corrected: ImportRow;
  /** The entry that it becomes, and the one that it changes. */
  readonly entry: RawEntry | undefined;
  readonly before: RawEntry | undefined;
  readonly hash: string;
}

/** Returns the cell with a row’s title, in the first language that has one; else its first text. */
function findRowTitleCell({ cells }: ImportRow, { targets }: ImportColumns, type: ImportType): string {
  const { title } = contentTypes[type];
  const columns = [...targets].filter(([, own]) => own.some(({ field }) => field.path === title));
  const texts = columns.map(([column]) => cellText(cells.get(column)).trim());
  return (
    texts.find((text) => text !== '') ??
    cellText([...cells.values()].find((cell) => typeof cell === 'string'))
  );
}

/** Lists the rows in their order. */
export function listReviewRows(
  original: SheetImport,
  sheet: ReviewedSheet,
  { result, columns }: ImportPlan,
  choices: ReviewChoices,
): ReviewRow[] {
  const imported = new Map(result.imported.map((one) => [one.row, one]));
  const unchanged = new Map(result.unchanged.map((one) => [one.row, one]));
  const leftOut = new Map(result.leftOut.map((one) => [one.row, one]));
  const aside = new Set(result.aside.map(({ row }) => row));
  return sheet.table.rows.map((corrected, index) => {
    const { number } = corrected;
    const id = sheet.rowIds.get(number) ?? String(number);
    const made = imported.get(number) ?? unchanged.get(number);
    const refused = leftOut.get(number);
    const hash = hashCells(corrected);
    const findState = (): RowState => {
      if (aside.has(number)) return 'aside';
      if (refused) return 'blocked';
      if (unchanged.has(number)) return 'saved';
      if (choices.rows[id]?.accepted === hash) return 'accepted';
      return made && made.toComplete.length > 0 ? 'draft' : 'ready';
    };
    return {
      id,
      number,
      title: refused?.title ?? findRowTitleCell(corrected, columns, sheet.settings.type),
      state: findState(),
      findings: [
        ...(refused?.problems ?? []),
        ...((refused ?? made)?.toComplete ?? []),
        ...(made?.warnings ?? []),
      ],
      original: original.table.rows[index] ?? corrected,
      corrected,
      entry: made?.entry,
      before: made?.before,
      hash,
    };
  });
}

/** True for a row whose title or cells have these words. */
export function hasWords({ title, corrected }: ReviewRow, words: string): boolean {
  const text = foldWords([title, ...[...corrected.cells.values()].map(cellText)].join(' '));
  return foldWords(words)
    .split(' ')
    .every((word) => text.includes(word));
}
