import { useCallback, useEffect, useState } from 'react';
import type { TimelessCard } from '@/components/opportunity/card-at';
import type { Fact } from '@/components/opportunity/row-facts';
import type { FitLine } from '../fit/fit-lines';
import type { FitItem } from '../storage/fit/fit-store';

/** An opportunity as the site has it now. */
export interface PresentCard {
  readonly card: TimelessCard;
  readonly facts: readonly Fact[];
  /** Describes how it fits the visitor; missing without answers. */
  readonly fit?: ((isShort: boolean) => readonly FitLine[]) | undefined;
}

/**
 * Loads the cards of some ids, with how they fit a visitor who has given these answers; an id without a card isn't on the site any
 * more. Rejects where that can't be known.
 */
export type LoadCards = (
  ids: readonly string[],
  answers: readonly FitItem[],
) => Promise<ReadonlyMap<string, PresentCard>>;

/** The cards loaded so far. */
export interface LoadedCards {
  readonly status: 'loading' | 'ready' | 'error';
  readonly byId: ReadonlyMap<string, PresentCard>;
  readonly retry: () => void;
}

/** Loads cards, again when the ids or answers change, or the visitor retries. `answers` are undefined until they are read. */
export function useCards(
  load: LoadCards,
  ids: readonly string[],
  answers: readonly FitItem[] | undefined,
): LoadedCards {
  const [status, setStatus] = useState<LoadedCards['status']>('loading');
  const [byId, setById] = useState<LoadedCards['byId']>(new Map());
  const [attempt, setAttempt] = useState(0);
  const wanted = [...new Set(ids)].sort().join(' ');

  useEffect(() => {
    if (!answers) return undefined;
    let stale = false;
    const show = (next: LoadedCards['status'], cards?: LoadedCards['byId']) => {
      if (stale) return;
      if (cards) setById(cards);
      setStatus(next);
    };
    setStatus('loading');
    (wanted === '' ? Promise.resolve(new Map<string, never>()) : load(wanted.split(' '), answers)).then(
      (cards) => show('ready', cards),
      () => show('error'),
    );
    return () => {
      stale = true;
    };
  }, [load, wanted, answers, attempt]);

  return { status, byId, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
