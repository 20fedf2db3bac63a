/** The settings of an import that its rows are converted with. */
import type { Locale } from '@/i18n/locales';
import type { ImportSettings } from '../import-settings';
import type { ColumnMap } from '../table/column-map';
import type { ImportColumns } from '../table/match-columns';
import type { CellContext } from '../values/cell-terms';

/** The settings that all rows of a file share. */
export interface RowContext extends Omit<ImportSettings, 'reportLanguage'>, Omit<CellContext, 'report'> {
  readonly columns: ImportColumns;
  readonly map: ColumnMap;
  /** The language that the texts seem to be in, for rows of which nothing says it. */
  readonly likelyLanguage: Locale | undefined;
  /** The numbers of rows that aren’t imported, as a review chose. */
  readonly aside: ReadonlySet<number>;
  /** The day (`YYYY-MM-DD`) of the import. */
  readonly today: string;
}
