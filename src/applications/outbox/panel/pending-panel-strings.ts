import type { PendingStatus } from '../entry-states';

/** The strings of the list of unsent applications. */
export interface PendingPanelStrings {
  /** With a gap for `{time}`. */
  readonly statuses: Readonly<Record<PendingStatus, string>>;
  readonly open: string;
  readonly text: string;
  readonly remove: string;
}
