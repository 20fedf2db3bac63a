import { useCallback, useEffect, useState } from 'react';
import type { SavedCard } from '../saved/saved-card';
import { loadCards } from '../saved/load-cards.client';

/** The cards loaded so far. */
export interface LoadedCards {
  readonly status: 'loading' | 'ready' | 'error';
  readonly byId: ReadonlyMap<string, SavedCard>;
  readonly retry: () => void;
}

/** Loads the cards of some ids, again when the ids change or the visitor retries. */
export function useCards(locale: string, ids: readonly string[], files: number): LoadedCards {
  const [status, setStatus] = useState<LoadedCards['status']>('loading');
  const [byId, setById] = useState<LoadedCards['byId']>(new Map());
  const [attempt, setAttempt] = useState(0);
  const wanted = [...new Set(ids)].sort().join(' ');

  useEffect(() => {
    let stale = false;
    const load = async () => {
      try {
        const cards = await loadCards(locale, wanted === '' ? [] : wanted.split(' '), files);
        if (stale) return;
        setById(cards);
        setStatus('ready');
      } catch {
        if (!stale) setStatus('error');
      }
    };
    setStatus('loading');
    void load();
    return () => {
      stale = true;
    };
  }, [locale, wanted, files, attempt]);

  return { status, byId, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
