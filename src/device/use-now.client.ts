import { useEffect, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import { splitByOpen } from '@/model/time/closing-check';
import type { LoadedCards } from './saved-page/use-cards.client';

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
