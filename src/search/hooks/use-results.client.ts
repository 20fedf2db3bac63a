import { useCallback, useEffect, useRef, useState } from 'react';
import { watchClosings } from '@/components/closing/closing-watch.client';
import { profileFromAnswers, type FitItem } from '@/device/storage/fit/fit-store';
import type { FitLine } from '@/device/fit/fit-lines';
import type { KnownLanguages, WorkLanguageNeed } from '@/model/language-needs';
import { splitByOpen } from '@/model/time/closing-check';
import {
  emptyState,
  isNarrowed,
  parseAddress,
  serializeAddress,
  type SearchState,
} from '../facets/search-address';
import { createEngine, type ResultCard, type SearchEngine } from '../query/engine.client';
import { filterOpportunities, type FilterResult } from '../facets/filter-opportunities';
import { effectiveSort, resultsPerPage } from '../ranking';
import type { ResultGroup } from '../terms/rank-rows';
import type { FitResults, FitVisitor } from '../facets/fit-results.client';
import { searchedLanguages } from '../facets/language-fit';
import { emptyInterpretation, type Lookup, type QueryInterpretation } from '../query/lookup';
import type { SearchIslandProps } from '../page/search-props';
import { isDataSaverOn } from '@/components/data-saver.client';
import { searchesKey } from '@/device/storage/keys';
import { readStoredText } from '@/device/storage/storage.client';
import type { ResultNews } from '../saved-searches/saved-searches-results.client';
import { loadSavedSearches } from '../saved-searches/SaveSearch';

/** How much of the words a card has; or in a search without words, whether its languages are enough. */
export type CardGroup = ResultGroup | 'enough' | 'more' | 'new' | 'seen';

/** The search results as the island shows them. */
export interface ResultsState {
  readonly status: 'loading' | 'ready' | 'error';
  /** The search that these results belong to; the previous one while the next is loading. */
  readonly of: SearchState;
  /** The instant (ms) at which they were evaluated. */
  readonly now: number;
  readonly cards: readonly ResultCard[];
  /** The fit of each card; missing without answers. */
  readonly fits?: readonly (readonly FitLine[])[] | undefined;
  /** Missing until the columns are loaded. */
  readonly found?: FilterResult | undefined;
  /** How the words were understood. */
  readonly interpretation: QueryInterpretation;
  /** The group of each card; none where there is nothing to tell apart. */
  readonly cardGroups: readonly CardGroup[];
  /** The languages that the visitor is taken to know, where they search for any. */
  readonly languages?: KnownLanguages | undefined;
  /** The conditions of each card that the languages of the search don't meet. */
  readonly cardNeeds: readonly (readonly (readonly WorkLanguageNeed[])[])[];
  /** True if some results lack words. */
  readonly isPartial: boolean;
  readonly page: number;
  readonly pages: number;
}

/** The newest ones that are still open: the bare search page needs no more at first. */
function stillOpen(newest: readonly ResultCard[], now: number): readonly ResultCard[] {
  return splitByOpen(newest, now).open;
}

/** How many of the newest are in the page's HTML: more than a phone's first screen shows. */
const cardsInHtml = 3;

const isBare = (state: SearchState, canFit: boolean) =>
  !isNarrowed(state) && effectiveSort(state, canFit) === 'new' && state.page === 1;

const noResults = {
  cards: [],
  interpretation: emptyInterpretation,
  cardGroups: [],
  cardNeeds: [],
  isPartial: false,
  page: 1,
  pages: 1,
};

/** The fit is an addition: on failure, only an order that needs it fails. */
async function computeFit(
  engine: SearchEngine,
  { sort }: SearchState,
  visitor: FitVisitor,
  { fit, locale }: SearchIslandProps,
): Promise<FitResults | undefined> {
  if (visitor.answers.length === 0) return undefined;
  try {
    const { computeFitResults } = await import('../facets/fit-results.client');
    return await computeFitResults(engine, visitor, fit.words, locale);
  } catch (error) {
    if (sort === 'fit') throw error;
    return undefined;
  }
}

/** Beside what is new, what needs no group of its own otherwise was seen before. */
const othersOf = (group: CardGroup | undefined): CardGroup =>
  group === undefined || group === 'all' ? 'seen' : group;

/** Finds new results of a saved search; undefined if it isn't saved. An addition too. */
async function findNews(
  engine: SearchEngine,
  state: SearchState,
  lookup: Lookup | undefined,
  found: FilterResult,
  locale: string,
): Promise<ResultNews | undefined> {
  if (readStoredText(searchesKey) === null) return undefined;
  return loadSavedSearches()
    .then(({ findResultNews }) => findResultNews(state, { lookup, found, loadIds: engine.ids, locale }))
    .catch(() => undefined);
}

async function search(
  engine: SearchEngine,
  state: SearchState,
  answers: readonly FitItem[],
  newest: readonly ResultCard[],
  props: SearchIslandProps,
): Promise<ResultsState> {
  const languages = searchedLanguages(state.chosen.lang, profileFromAnswers(answers).languages, props.locale);
  const [table, lookup, fit] = await Promise.all([
    engine.table(),
    engine.find(state.q),
    computeFit(engine, state, { answers, languages }, props),
  ]);
  const now = Date.now();
  const inOrder = filterOpportunities(table, state, lookup?.rows, now, { scores: fit?.scores, languages });
  const news = await findNews(engine, state, lookup, inOrder, props.locale);
  const found = news ? { ...inOrder, rows: news.rows } : inOrder;
  const pages = Math.max(1, Math.ceil(found.rows.length / resultsPerPage));
  const page = Math.min(state.page, pages);
  const rows = found.rows.slice((page - 1) * resultsPerPage, page * resultsPerPage);
  const fromPageCards = !news && isBare(state, fit !== undefined) ? stillOpen(newest, now) : [];
  const cards =
    rows.length === 0 || fromPageCards.length === rows.length
      ? fromPageCards
      : await engine.cards(state.q, rows);
  news?.show(rows);
  const fits = fit && rows.map((row) => fit.lines(row));
  const groupOf = (row: number) => lookup?.groups.get(row) ?? 'all';
  const isByRelevance = lookup !== undefined && effectiveSort(state, fit !== undefined) === 'relevance';
  const needs = rows.map(found.unmet);
  const isByLanguage = !isByRelevance && found.enough !== undefined && found.enough < found.rows.length;
  const groups: readonly CardGroup[] = isByRelevance
    ? rows.map(groupOf)
    : isByLanguage
      ? needs.map(({ length }) => (length === 0 ? 'enough' : 'more'))
      : [];
  return {
    status: 'ready',
    of: state,
    now,
    cards,
    fits,
    found,
    interpretation: lookup?.interpretation ?? emptyInterpretation,
    cardGroups: news?.hasNew
      ? rows.map((row, place) => (news.isNew(row) ? 'new' : othersOf(groups[place])))
      : groups,
    cardNeeds: needs,
    languages,
    isPartial: found.rows.some((row) => groupOf(row) !== 'all'),
    page,
    pages,
  };
}

/**
 * The results of a search, compared with the visitor's answers; both are undefined until they are known. Of concurrent
 * searches only the last is shown. Results are evaluated again when one of them closes, and when the visitor comes back
 * to the page.
 */
export function useResults(
  props: SearchIslandProps,
  state: SearchState | undefined,
  answers: readonly FitItem[] | undefined,
) {
  const [results, setResults] = useState<ResultsState>({
    status: 'loading',
    of: emptyState,
    now: 0,
    ...noResults,
  });
  const [attempt, setAttempt] = useState(0);
  const hasRetried = useRef(false);
  const engine = useRef<SearchEngine>(undefined);

  const openEngine = useCallback(
    (fresh: boolean) => {
      const tag = fresh ? String(Date.now()) : props.version;
      return (engine.current = createEngine({ root: '/', locale: props.locale, tag, isFresh: fresh }));
    },
    [props],
  );

  // Before hydration, which takes a slow device as long as files take on a slow connection: they are loaded meanwhile.
  const [early] = useState(() => {
    if (typeof location === 'undefined') return undefined;
    const asked = parseAddress(location.search);
    if (isBare(asked, false)) return undefined;
    const found = search(openEngine(false), asked, [], [], props);
    // A failure is told where the results are awaited.
    found.catch(() => {});
    return { address: serializeAddress(asked), found };
  });

  useEffect(() => {
    if (!state || !answers) return undefined;
    let stale = false;
    const show = (next: ResultsState) => {
      if (!stale) setResults(next);
    };
    const run = async () => {
      const now = Date.now();
      setResults((before) =>
        // With answers, rows are shown complete rather than growing by a line later.
        isBare(state, false) && !before.found && answers.length === 0
          ? { ...before, of: state, now, cards: stillOpen(props.newest, now) }
          : { ...before, status: 'loading' },
      );
      try {
        const isKnown = attempt === 0 && answers.length === 0 && early?.address === serializeAddress(state);
        const found = await (
          isKnown
            ? early.found
            : search(engine.current ?? openEngine(attempt > 0), state, answers, props.newest, props)
        ).catch(() =>
          // The site may have been published while the page was open: one more attempt, bypassing every cache.
          search(openEngine(true), state, answers, [], props),
        );
        show({ ...found, of: state });
      } catch {
        engine.current = undefined;
        show({ status: 'error', of: state, now, ...noResults });
      }
    };
    void run();
    return () => {
      stale = true;
    };
  }, [state, answers, attempt, props, openEngine, early]);

  const nextClosing = results.found?.nextClosing;
  useEffect(() => {
    if (nextClosing === undefined) return undefined;
    return watchClosings((now) => {
      if (now < nextClosing) return nextClosing;
      setAttempt((count) => count + 1);
      return undefined;
    });
  }, [nextClosing]);

  // Until then: the page's own rows, unless the page will show another search, or how each fits the visitor.
  const isOwn = !results.now && (!state || (isBare(state, false) && !answers?.length));
  return {
    results: isOwn ? { ...results, now: props.builtOn, cards: props.newest.slice(0, cardsInHtml) } : results,
    retry: useCallback(() => {
      // Some browsers remember that code couldn't be loaded. The search is in the address.
      if (hasRetried.current) location.reload();
      hasRetried.current = true;
      setAttempt((count) => count + 1);
    }, []),
    // Letters may be typed before the first search begins, or after it failed.
    dictionary: useCallback(() => (engine.current ?? openEngine(false)).dictionary(), [openEngine]),
    warm: useCallback(() => {
      if (!isDataSaverOn()) engine.current?.preload();
    }, []),
  };
}
