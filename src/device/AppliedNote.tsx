/** Says of an opportunity in an island that one has applied to it: as `save-buttons.client.ts` does in a plain list. */
import { appliedTimes, appliedWords } from './applied-at';
import { useStore } from './use-store.client';

interface Props {
  /** Its id. */
  readonly opportunity: string;
  /** With a gap for the `{day}`. */
  readonly words: string;
  readonly locale: string;
}

export function AppliedNote({ opportunity, words, locale }: Props) {
  const found = useStore(appliedTimes).find(({ id }) => id === opportunity);
  return found ? <p className="row-note">{appliedWords(words, locale, found)}</p> : null;
}
