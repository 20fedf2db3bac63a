/** The cards of what a visitor saved or applied to, as the site has them now. */
import { useEffect, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import { loadJson } from '@/components/load-file.client';
import { splitByOpen } from '@/model/time/closing-check';
import { savedCardsPath, savedFileOf, type SavedCard, type SavedCards, type SavedFiles } from './saved-cards';

/** What a page loads cards from. */
interface CardSource {
  readonly locale: string;
  readonly cards: SavedFiles;
}

type CardsById = ReadonlyMap<string, SavedCard>;

/** The cards loaded so far. */
export interface LoadedCards {
  readonly status: 'loading' | 'ready' | 'error';
  readonly byId: CardsById;
  readonly retry: () => void;
}

/**
 * Loads the cards of some ids; an id without a card isn't on the site any more. Rejects where that can't be known. `root` is the
 * root of the site.
 */
export async function loadSavedCards(
  ids: readonly string[],
  { locale, cards }: CardSource,
  root = '/',
): Promise<CardsById> {
  if (ids.length === 0) return new Map();
  const load = (file: number, cache: RequestCache) =>
    loadJson<SavedCards>(`${root}${savedCardsPath(locale, file)}?v=${cards.version}`, cache);
  const loadAll = async (files: number, cache: RequestCache) => {
    const places = new Set(ids.map((id) => savedFileOf(id, files)));
    const loaded = await Promise.all([...places].map((file) => load(file, cache)));
    if (loaded.some((file) => file.files !== files)) throw new Error('The site was published again.');
    return loaded.flatMap((file) => file.cards);
  };
  // The first is always there, and says how many there are now.
  const all = await loadAll(cards.files, 'default').catch(async () =>
    loadAll((await load(0, 'reload')).files, 'reload'),
  );
  return new Map(all.filter(({ card }) => ids.includes(card.id)).map((one) => [one.card.id, one]));
}

/** Loads cards, again when the ids change or the visitor retries. */
export function useCards(source: CardSource, ids: readonly string[]): LoadedCards {
  const [status, setStatus] = useState<LoadedCards['status']>('loading');
  const [byId, setById] = useState<CardsById>(new Map());
  const [attempt, setAttempt] = useState(0);
  const wanted = [...new Set(ids)].sort().join(' ');

  useEffect(() => {
    let isStale = false;
    setStatus('loading');
    loadSavedCards(wanted === '' ? [] : wanted.split(' '), source).then(
      (cards) => {
        if (isStale) return;
        setById(cards);
        setStatus('ready');
      },
      () => !isStale && setStatus('error'),
    );
    return () => {
      isStale = true;
    };
  }, [source, wanted, attempt]);

  return { status, byId, retry: () => setAttempt(attempt + 1) };
}

/**
 * The current instant on the device (ms), updated whenever one of the cards closes or the visitor comes back. 0 before
 * the first.
 */
export function useNow(cards: CardsById): number {
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
