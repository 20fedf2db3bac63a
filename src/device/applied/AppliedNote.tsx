/** Says of an opportunity in an island when an application was sent: as `save-buttons.client.ts` does in a plain list. */
import { useSyncExternalStore } from 'react';
import { appliedWords } from './applied-at';
import { appliedTimes, watchAppliedTimes } from './applied-times.client';

interface Props {
  /** Its id. */
  readonly opportunity: string;
  /** With a gap for the `{day}`. */
  readonly words: string;
  readonly locale: string;
}

export function AppliedNote({ opportunity, words, locale }: Props) {
  const at = useSyncExternalStore(watchAppliedTimes, appliedTimes, appliedTimes).get(opportunity);
  return at ? <p className="row-note">{appliedWords(words, locale, at)}</p> : null;
}
