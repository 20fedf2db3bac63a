/** The Save button in an island: the same as `src/components/opportunity/SaveButton.astro`. */
import { useState } from 'react';
import { savedStore, type SavedItem } from './saved';
import { toggleSaved } from './saved.client';
import type { SaveWords } from './save-words';
import type { StorageOutcome } from '../storage/storage.client';
import { useStore } from '../use-store.client';

interface Props {
  readonly item: Omit<SavedItem, 'savedAt'>;
  readonly words: SaveWords;
  /** Says something to those who listen. */
  readonly say: (message: string) => void;
}

export function SaveButton({ item, words, say }: Props) {
  const saved = useStore(savedStore).some(({ id }) => id === item.id);
  const [problem, setProblem] = useState<Exclude<StorageOutcome, 'stored'>>();

  const toggle = () => {
    const { saved: added, outcome } = toggleSaved(item);
    setProblem(outcome === 'stored' ? undefined : outcome);
    say(words[outcome === 'stored' ? (added ? 'added' : 'removed') : outcome]);
  };

  return (
    <>
      <button type="button" className="button save" aria-pressed={saved} onClick={toggle}>
        <span>{saved ? words.saved : words.save}</span>{' '}
        <span className="visually-hidden" lang={item.lang}>
          {item.title}
        </span>
      </button>
      {problem && <span className="save-problem">{words[problem]}</span>}
    </>
  );
}
