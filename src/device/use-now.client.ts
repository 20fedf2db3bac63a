import { useEffect, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import { splitByOpen } from '@/model/time/closing-check';
import type { SavedCard } from './saved/saved-card';

/**
 * The current instant on the device (ms), updated whenever one of the cards closes or the visitor comes back. 0 before
 * the first.
 */
export function useNow(cards: ReadonlyMap<string, SavedCard>): number {
  const [now, setNow] = useState(0);
  useEffect(
    () =>
      watchClosings((instant) => {
        setNow(instant);
        return splitByOpen(cards.values(), instant).nextClosing;
      }),
    [cards],
  );
  return now;
}
