import { useCallback, useEffect, useRef, useState } from 'react';
import { watchClosings } from '@/components/closing-watch.client';
import { judge } from '@/model/closing-check';
import { emptyState, isNarrowed, type SearchState } from './address';
import { pageSize, type Card } from './card';
import { createEngine, StaleSearchError, type Engine } from './engine.client';
import { find, sortOf, type Found } from './facets';
import type { SearchProps } from './props';

/** What the island shows of a search. */
export interface Results {
  readonly status: 'loading' | 'ready' | 'error';
  /** The search that these are the results of; an earlier one's while the next is on its way. */
  readonly of: SearchState;
  /** The visitor's instant (ms) that they were judged at. */
  readonly now: number;
  readonly cards: readonly Card[];
  /** Missing until the columns are there. */
  readonly found?: Found | undefined;
  /** The words that no opportunity has. */
  readonly missing: readonly string[];
  readonly page: number;
  readonly pages: number;
}

/** The newest that are still open: the bare search page needs no more to begin with. */
function fromPage(newest: readonly Card[], now: number): readonly Card[] {
  return judge(newest, now).open.slice(0, pageSize);
}

const isBare = (state: SearchState) => !isNarrowed(state) && sortOf(state) === 'new' && state.page === 1;

async function search(engine: Engine, state: SearchState, newest: readonly Card[]): Promise<Results> {
  const [table, hits, missing] = await Promise.all([
    engine.table(),
    engine.find(state.q),
    engine.missing(state.q),
  ]);
  const now = Date.now();
  const found = find(table, state, hits, now);
  const pages = Math.max(1, Math.ceil(found.rows.length / pageSize));
  const page = Math.min(state.page, pages);
  const rows = found.rows.slice((page - 1) * pageSize, page * pageSize);
  const atHand = isBare(state) ? fromPage(newest, now) : [];
  const cards =
    rows.length === 0 || atHand.length === rows.length ? atHand : await engine.cards(state.q, rows);
  return { status: 'ready', of: state, now, cards, found, missing, page, pages };
}

/**
 * The results of a search. Of several searches on their way only the last is shown. They are judged again when one of
 * them closes, and when the visitor comes back to the page.
 */
export function useResults(props: SearchProps, state: SearchState | undefined) {
  const [results, setResults] = useState<Results>({
    status: 'loading',
    of: emptyState,
    now: 0,
    cards: [],
    missing: [],
    page: 1,
    pages: 1,
  });
  const [attempt, setAttempt] = useState(0);
  const engine = useRef<Engine>(undefined);

  const openEngine = useCallback(
    (fresh: boolean) => {
      const tag = fresh ? String(Date.now()) : props.version;
      return (engine.current = createEngine(props.urls, props.locale, tag, fresh));
    },
    [props],
  );

  useEffect(() => {
    if (!state) return undefined;
    let stale = false;
    const show = (next: Results) => {
      if (!stale) setResults(next);
    };
    const run = async () => {
      const now = Date.now();
      setResults((before) =>
        isBare(state) && !before.found
          ? { ...before, of: state, now, cards: fromPage(props.newest, now) }
          : { ...before, status: 'loading' },
      );
      try {
        show(await search(engine.current ?? openEngine(attempt > 0), state, props.newest));
      } catch (error) {
        if (stale) return;
        try {
          // The site was published while the page was open: once more, past every cache.
          if (!(error instanceof StaleSearchError)) throw error;
          show(await search(openEngine(true), state, []));
        } catch {
          engine.current = undefined;
          show({ status: 'error', of: state, now, cards: [], missing: [], page: 1, pages: 1 });
        }
      }
    };
    void run();
    return () => {
      stale = true;
    };
  }, [state, attempt, props, openEngine]);

  const nextClosing = results.found?.nextClosing;
  useEffect(() => {
    if (nextClosing === undefined) return undefined;
    return watchClosings((now) => {
      if (now < nextClosing) return nextClosing;
      setAttempt((count) => count + 1);
      return undefined;
    });
  }, [nextClosing]);

  return {
    results,
    retry: useCallback(() => setAttempt((count) => count + 1), []),
    warm: useCallback(() => engine.current?.warm(), []),
  };
}
