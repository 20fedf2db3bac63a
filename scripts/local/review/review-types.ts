/** The states and the saves that the review page shows. */

/** The states of a row. `saved`: its entry says what the row says. */
export const rowStates = ['blocked', 'draft', 'ready', 'accepted', 'saved', 'aside'] as const;

export type RowState = (typeof rowStates)[number];

/** The state of a save, or what the last one did. */
export interface SaveView {
  readonly isRunning: boolean;
  readonly saved: number;
  /** The rows that couldn't be saved, each with the reason. */
  readonly refused: readonly string[];
}
