import { useEffect, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import { splitByOpen } from '@/model/time/closing-check';
import { fitKey } from '../storage/keys';
import { useStoredText } from '../use-store.client';
import type * as Parts from './saved-cards.client';
import type { PresentCard } from './PresentRow';
import type { CardSource } from './saved-cards.client';

/** The cards loaded so far. */
export interface LoadedCards {
  readonly status: 'loading' | 'ready' | 'error';
  readonly byId: ReadonlyMap<string, PresentCard>;
  /** The components that show them. */
  readonly parts?: Pick<typeof Parts, 'ComparisonTable' | 'PresentRow'>;
  /** True if the visitor has answered the fit check. */
  readonly hasAnswers: boolean;
  readonly retry: () => void;
}

/** Its code, and that of what shows them, is loaded only where something is saved. */
async function loadCards(ids: string, source: CardSource): Promise<Pick<LoadedCards, 'byId' | 'parts'>> {
  if (ids === '') return { byId: new Map() };
  const parts = await import('./saved-cards.client');
  return { byId: await parts.loadSavedCards(ids.split(' '), source), parts };
}

/** Loads cards, again when the ids or the answers to the fit check change, or the visitor retries. */
export function useCards(source: CardSource, ids: readonly string[]): LoadedCards {
  const answers = useStoredText(fitKey);
  const [status, setStatus] = useState<LoadedCards['status']>('loading');
  const [loaded, setLoaded] = useState<Pick<LoadedCards, 'byId' | 'parts'>>({ byId: new Map() });
  const [attempt, setAttempt] = useState(0);
  const wanted = [...new Set(ids)].sort().join(' ');

  useEffect(() => {
    if (answers === undefined) return undefined;
    let isStale = false;
    setStatus('loading');
    loadCards(wanted, source).then(
      (cards) => {
        if (isStale) return;
        setLoaded(cards);
        setStatus('ready');
      },
      () => !isStale && setStatus('error'),
    );
    return () => {
      isStale = true;
    };
  }, [source, wanted, answers, attempt]);

  return { status, ...loaded, hasAnswers: Boolean(answers), retry: () => setAttempt(attempt + 1) };
}

/**
 * The current instant on the device (ms), updated whenever one of the cards closes or the visitor comes back. 0 before
 * the first.
 */
export function useNow(cards: LoadedCards['byId']): number {
  const [now, setNow] = useState(0);
  useEffect(
    () =>
      watchClosings((instant) => {
        setNow(instant);
        return splitByOpen(
          [...cards.values()].map(({ card }) => card),
          instant,
        ).nextClosing;
      }),
    [cards],
  );
  return now;
}
