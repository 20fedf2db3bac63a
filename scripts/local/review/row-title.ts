/** Names a row for a person. */
import { contentTypes } from '@/model/types/types';
import type { ImportType } from '@scripts/cms/import/import-types';
import { cellText } from '@scripts/cms/import/review/row-ids';
import type { ImportColumns } from '@scripts/cms/import/table/match-columns';
import type { ImportRow } from '@scripts/cms/import/table/table';

/** Returns the cell with a row’s title, in the first language that has one; else its first text. */
export function findRowTitleCell({ cells }: ImportRow, { targets }: ImportColumns, type: ImportType): string {
  const { title } = contentTypes[type];
  const columns = [...targets].filter(([, own]) => own.some(({ field }) => field.path === title));
  const texts = columns.map(([column]) => cellText(cells.get(column)).trim());
  return (
    texts.find((text) => text !== '') ??
    cellText([...cells.values()].find((cell) => typeof cell === 'string'))
  );
}
