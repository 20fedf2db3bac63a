import type { PendingStatus } from '../states';

/** What the list of unsent applications says. */
export interface PanelStrings {
  /** With a gap for `{time}`. */
  readonly statuses: Readonly<Record<PendingStatus, string>>;
  readonly open: string;
  readonly text: string;
  readonly remove: string;
}
