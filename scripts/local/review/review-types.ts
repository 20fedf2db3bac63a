/** The states, the controls and the saves that the review page shows. */
import type { Option } from '@scripts/forms/values/match-options';

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

/** The state of a save, or what the last one did. */
export interface SaveView {
  readonly isRunning: boolean;
  readonly saved: number;
  /** The rows that couldn't be saved, each with the reason. */
  readonly refused: readonly string[];
}
