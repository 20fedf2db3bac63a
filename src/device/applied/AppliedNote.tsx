/**
 * The note in an island that the visitor applied to an opportunity: as `save-buttons.client.ts` shows it in a plain
 * list.
 */
import { useSyncExternalStore } from 'react';
import { formatAppliedNote } from '../storage/applied-times';
import { appliedTimes, watchAppliedTimes } from '../storage/applied-times.client';

interface Props {
  /** The opportunity's id. */
  readonly opportunity: string;
  /** With a gap for `{day}`. */
  readonly text: string;
  readonly locale: string;
}

export function AppliedNote({ opportunity, text, locale }: Props) {
  const applied = useSyncExternalStore(watchAppliedTimes, appliedTimes, appliedTimes).get(opportunity);
  return applied ? <p className="row-note">{formatAppliedNote(text, locale, applied.at)}</p> : null;
}
