/** The Save button in an island: the same as `save-buttons.client.ts` makes on other pages. */
import { useState } from 'react';
import { savedStore, type SavedItem } from './saved-store';
import { toggleSaved } from './toggle-saved.client';
import type { IslandTranslate } from '@/i18n/create-translate';
import type { StorageProblem } from '../storage/storage.client';
import { useStore } from '../use-store.client';

interface Props {
  readonly item: Omit<SavedItem, 'savedAt'>;
  readonly t: IslandTranslate<'save' | 'save.' | 'storage.'>;
  /** Announces a message to screen readers. */
  readonly announce: (message: string) => void;
}

export function SaveButton({ item, t, announce }: Props) {
  const saved = useStore(savedStore)?.some(({ id }) => id === item.id) ?? false;
  const [problem, setProblem] = useState<StorageProblem>();

  const toggle = () => {
    const { saved: added, outcome } = toggleSaved(item);
    setProblem(outcome === 'stored' ? undefined : outcome);
    announce(t(outcome === 'stored' ? (added ? 'save.added' : 'save.removed') : `storage.${outcome}`));
  };

  return (
    <>
      <button type="button" className="button save" aria-pressed={saved} onClick={toggle}>
        <span>{t(saved ? 'save.done' : 'save')}</span>
        {/* Heard only: “Save – Translate …”, since titles start with a verb too. */}
        <span className="visually-hidden" lang={item.lang}>
          {' – '}
          {item.title}
        </span>
      </button>
      {problem && <span className="save-problem">{t(`storage.${problem}`)}</span>}
    </>
  );
}
