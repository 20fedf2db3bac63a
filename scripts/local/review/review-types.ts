/** The data that the review page shows. */
import type { Option } from '@scripts/forms/values/match-options';
import type { ImportType } from '@scripts/cms/import/import-types';
import type { StatusMode } from '@scripts/cms/import/table/column-map';

/** The states of a row. `saved`: its entry says what the row says. */
export const rowStates = ['blocked', 'draft', 'ready', 'accepted', 'saved', 'aside'] as const;

export type RowState = (typeof rowStates)[number];

/** A cell of the sheet by its column, or a field that no column has by its place. */
export type CellPlace = { readonly column: string } | { readonly field: string };

/** A control for a cell or a field. */
export interface CellInput {
  readonly place: CellPlace;
  readonly label: string;
  /** The text that counts now, and the sheet's. */
  readonly text: string;
  readonly sheet: string;
  /** The field whose control it has; empty if the sheet's own text is written. */
  readonly path: string;
}

/** A control for the meaning of a word. */
export interface WordInput {
  readonly path: string;
  readonly word: string;
  readonly label: string;
  /** The id that was chosen in the review. */
  readonly chosen: string | null;
  /** The nearest terms. */
  readonly proposals: readonly Option[];
}

/** A problem in words, and the controls that solve it. */
export interface ProblemView {
  readonly isBlocking: boolean;
  readonly text: string;
  readonly words: readonly WordInput[];
  readonly cells: readonly CellInput[];
}

export interface RowView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: RowState;
  /** True for a row that changes an entry that is there. */
  readonly isChange: boolean;
  /** The name of its entry. */
  readonly entry: string | null;
  readonly hash: string;
  readonly problems: readonly ProblemView[];
  /** Every cell, also those without a problem. */
  readonly cells: readonly CellInput[];
}

/** A column of the sheet, with the field that its cells become. */
export interface ColumnView {
  readonly column: string;
  /** Its place; null if it isn't imported. */
  readonly field: string | null;
  /** True if the field was found by the values alone. */
  readonly isGuess: boolean;
  /** Some of its values. */
  readonly examples: readonly string[];
}

/** A word of the sheet, with the number of rows that have it. */
export interface WordView extends WordInput {
  readonly rows: number;
}

/** A correction that isn't used, since the sheet says something else by now. */
interface OutdatedView {
  readonly text: string;
  readonly row: string;
  readonly column: string;
  /** The sheet's present cell, and the correction. */
  readonly seen: string;
  readonly correction: string;
}

/** The state of a save, or what the last one did. */
export interface SaveView {
  readonly isRunning: boolean;
  readonly saved: number;
  /** The rows that couldn't be saved, each with the reason. */
  readonly refused: readonly string[];
}

export interface ReviewView {
  readonly file: string;
  readonly type: ImportType;
  readonly into: string;
  readonly status: StatusMode;
  readonly total: number;
  readonly counts: Readonly<Record<RowState, number>>;
  readonly rows: readonly RowView[];
  readonly page: number;
  readonly pages: number;
  readonly columns: readonly ColumnView[];
  /** The fields that a column can be. */
  readonly fields: readonly Option[];
  /** Words whose meaning isn't known, the most frequent first. */
  readonly words: readonly WordView[];
  /** Words whose meaning was chosen. */
  readonly chosenWords: readonly WordInput[];
  /** The order of day and month, and the rows for which it isn't known. */
  readonly dates: { readonly order: 'dmy' | 'mdy' | null; readonly unclear: number };
  /** Corrections that the sheet has overtaken. */
  readonly outdated: readonly OutdatedView[];
  readonly save: SaveView | null;
}
