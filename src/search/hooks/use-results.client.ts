import { useCallback, useEffect, useRef, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import type { FitItem } from '@/device/fit/fit-store';
import type { FitLine } from '@/device/fit/fit-lines';
import { judge } from '@/model/time/closing-check';
import { emptyState, isNarrowed, parseAddress, type SearchState } from '../facets/address';
import { pageSize, type ResultCard } from '../ui/card';
import { createEngine, StaleSearchError, type SearchEngine } from '../query/engine.client';
import { find, sortOf, type FoundOpportunities } from '../facets/facets';
import type { FitResults } from '../facets/fit-results.client';
import type { Corrected, Meant } from '../query/look-up.client';
import type { SearchProps } from '../page/props';
import { savesData } from '../page/save-data.client';

/** What the island shows of a search. */
export interface Results {
  readonly status: 'loading' | 'ready' | 'error';
  /** The search that these are the results of; an earlier one's while the next is on its way. */
  readonly of: SearchState;
  /** The visitor's instant (ms) that they were judged at. */
  readonly now: number;
  readonly cards: readonly ResultCard[];
  /** What each card says of how it fits; missing where nothing is to be said. */
  readonly fits?: readonly (readonly FitLine[])[] | undefined;
  /** Missing until the columns are there. */
  readonly found?: FoundOpportunities | undefined;
  /** The words that no opportunity has. */
  readonly missing: readonly string[];
  /** How the words were read, where not only as they were typed. */
  readonly corrected: readonly Corrected[];
  readonly meant: readonly Meant[];
  readonly page: number;
  readonly pages: number;
}

/** The newest that are still open: the bare search page needs no more to begin with. */
function fromPage(newest: readonly ResultCard[], now: number): readonly ResultCard[] {
  return judge(newest, now).open.slice(0, pageSize);
}

const isBare = (state: SearchState, canFit: boolean) =>
  !isNarrowed(state) && sortOf(state, canFit) === 'new' && state.page === 1;

const asTyped = { missing: [], corrected: [], meant: [] };

/** What fits is an addition: where it can't be had, only an order that rests on it fails. */
async function compare(
  engine: SearchEngine,
  { sort }: SearchState,
  answers: readonly FitItem[],
  { fit, locale }: SearchProps,
): Promise<FitResults | undefined> {
  if (answers.length === 0) return undefined;
  try {
    const { fitResults } = await import('../facets/fit-results.client');
    return await fitResults(engine, answers, fit.words, locale);
  } catch (error) {
    if (sort === 'fit' || error instanceof StaleSearchError) throw error;
    return undefined;
  }
}

async function search(
  engine: SearchEngine,
  state: SearchState,
  answers: readonly FitItem[],
  newest: readonly ResultCard[],
  props: SearchProps,
): Promise<Results> {
  const asked = { words: state.q, exact: state.exact };
  const [table, lookup, fit] = await Promise.all([
    engine.table(),
    engine.find(asked),
    compare(engine, state, answers, props),
  ]);
  const { missing, corrected, meant } = lookup ?? asTyped;
  const now = Date.now();
  const found = find(table, state, lookup?.rows, now, fit?.scores);
  const pages = Math.max(1, Math.ceil(found.rows.length / pageSize));
  const page = Math.min(state.page, pages);
  const rows = found.rows.slice((page - 1) * pageSize, page * pageSize);
  const atHand = isBare(state, fit !== undefined) ? fromPage(newest, now) : [];
  const cards = rows.length === 0 || atHand.length === rows.length ? atHand : await engine.cards(asked, rows);
  const fits = fit && rows.map(fit.lines);
  return { status: 'ready', of: state, now, cards, fits, found, missing, corrected, meant, page, pages };
}

/**
 * The results of a search, compared with what the visitor has said that they can. Both are undefined until they are
 * known. Of several searches on their way only the last is shown. They are judged again when one of them closes, and when
 * the visitor comes back to the page.
 */
export function useResults(
  props: SearchProps,
  state: SearchState | undefined,
  answers: readonly FitItem[] | undefined,
) {
  const [results, setResults] = useState<Results>({
    status: 'loading',
    of: emptyState,
    now: 0,
    cards: [],
    ...asTyped,
    page: 1,
    pages: 1,
  });
  const [attempt, setAttempt] = useState(0);
  const engine = useRef<SearchEngine>(undefined);

  const openEngine = useCallback(
    (fresh: boolean) => {
      const tag = fresh ? String(Date.now()) : props.version;
      return (engine.current = createEngine(props.urls, props.locale, tag, fresh));
    },
    [props],
  );

  // Before the page comes to life, which takes a slow device as long as the line takes for an index.
  useState(() => {
    if (typeof location === 'undefined') return;
    const { q, exact } = parseAddress(location.search);
    if (q !== '')
      openEngine(false)
        .find({ words: q, exact })
        .catch(() => {});
  });

  useEffect(() => {
    if (!state || !answers) return undefined;
    let stale = false;
    const show = (next: Results) => {
      if (!stale) setResults(next);
    };
    const run = async () => {
      const now = Date.now();
      setResults((before) =>
        // With something to compare, rows come whole rather than grow a line later.
        isBare(state, false) && !before.found && answers.length === 0
          ? { ...before, of: state, now, cards: fromPage(props.newest, now) }
          : { ...before, status: 'loading' },
      );
      try {
        show(await search(engine.current ?? openEngine(attempt > 0), state, answers, props.newest, props));
      } catch (error) {
        if (stale) return;
        try {
          // The site was published while the page was open: once more, past every cache.
          if (!(error instanceof StaleSearchError)) throw error;
          show(await search(openEngine(true), state, answers, [], props));
        } catch {
          engine.current = undefined;
          show({ status: 'error', of: state, now, cards: [], ...asTyped, page: 1, pages: 1 });
        }
      }
    };
    void run();
    return () => {
      stale = true;
    };
  }, [state, answers, attempt, props, openEngine]);

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
    dictionary: useCallback(() => engine.current?.dictionary(), []),
    warm: useCallback(() => {
      if (!savesData()) engine.current?.warm();
    }, []),
  };
}
