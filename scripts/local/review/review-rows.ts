/** The rows of a planned import with what was chosen about them. */
import type { ImportPlan } from '@scripts/cms/import/plan-import';
import type { SheetImport } from '@scripts/cms/import/read-sheet';
import { hashCells, type ReviewedSheet } from '@scripts/cms/import/review/apply-choices';
import type { ReviewChoices } from '@scripts/cms/import/review/choices';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { ImportRow } from '@scripts/cms/import/table/table';
import { foldWords } from '@scripts/cms/import/values/fold-words';
import { contentTypes } from '@/model/types/types';
import type { ImportType } from '@scripts/cms/import/import-types';
import type { ImportColumns } from '@scripts/cms/import/table/match-columns';
import type { RowState } from './review-types';

/** A row of the sheet, and what an import would make of it. */
export type ReviewRow = ReturnType<typeof listReviewRows>[number];

const states = { leftOut: 'blocked', unchanged: 'saved', aside: 'aside' } as const;

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
  { rows, columns }: ImportPlan,
  choices: ReviewChoices,
) {
  return rows.map((planned, index) => {
    const { row: number, fate, problems, toComplete, warnings } = planned;
    const corrected = sheet.table.rows[index] as ImportRow;
    const id = sheet.rowIds.get(number) ?? String(number);
    const hash = hashCells(corrected);
    const ofNew = toComplete.length > 0 ? 'draft' : 'ready';
    const state: RowState =
      fate !== 'imported' ? states[fate] : choices.rows[id]?.accepted === hash ? 'accepted' : ofNew;
    return {
      ...planned,
      id,
      number,
      title: planned.title ?? findRowTitleCell(corrected, columns, sheet.settings.type),
      state,
      findings: [...problems, ...toComplete, ...warnings],
      /** As the sheet has it, and as it was corrected. */
      original: original.table.rows[index] ?? corrected,
      corrected,
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
