/** The settings of an import that its rows are converted with. */
import type { Locale } from '@/i18n/locales';
import type { ImportType } from '../import-types';
import type { StatusMode } from '../table/column-map';
import type { ImportColumns } from '../table/match-columns';
import type { CellContext } from '../values/convert-value';

/** The settings that all rows of a file share. */
export interface RowContext {
  readonly type: ImportType;
  readonly columns: ImportColumns;
  /** The language of columns that don't name one, if the row doesn't name it either. */
  readonly language: Locale | undefined;
  /** The one that the texts seem to be in, for rows of which nothing says it. */
  readonly likelyLanguage?: Locale | undefined;
  /** The values of blank cells, by the field's path. */
  readonly defaults: ReadonlyMap<string, unknown>;
  /** The values of every row, whatever its cells say, by the field's path. */
  readonly set?: ReadonlyMap<string, unknown>;
  /** The most characters of texts, by the field's path. */
  readonly cuts?: ReadonlyMap<string, number>;
  /** `draft` and `open` apply to every row, but one that is paused, filled or closed isn't opened again. */
  readonly status: StatusMode;
  /** The name by which entries remember where they came from; none for messages of forms. */
  readonly source?: string | undefined;
  /** The numbers of rows that aren’t imported, as a review chose. */
  readonly aside?: ReadonlySet<number> | undefined;
  /** True for some rows of the source only. */
  readonly isPart?: boolean;
  /** The day (`YYYY-MM-DD`) of the import. */
  readonly today: string;
  readonly cellContext: Omit<CellContext, 'report'>;
}
