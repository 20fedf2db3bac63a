/** The state of the page: what the server says, and what is asked of it. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { editorTranslator, type EditorTranslate } from '@/i18n/editor';
import type { ReviewQuery, ReviewRequest } from '../review-request';
import type { Choice, ReviewView, RowCells } from '../review-types';
import { ask, AskError } from './api.client';
import { readQuery, storeQuery } from './query.client';
import { onToken, readReviewToken } from './token.client';

/** A request without the query, which is the page's. */
type Wish<Request> = Request extends ReviewRequest ? Omit<Request, 'query'> : never;

interface ReviewPage {
  readonly view: ReviewView;
  readonly query: ReviewQuery;
  readonly t: EditorTranslate;
  /** Shows other rows, or another language. */
  readonly show: (change: Partial<ReviewQuery>) => void;
  /** Asks for a change. The rows of the page stay. Rejects with an `AskError`. `isQuiet` leaves the page as it is. */
  readonly change: (wish: Wish<ReviewRequest>, isQuiet?: boolean) => Promise<void>;
  readonly terms: (path: string) => Promise<readonly Choice[]>;
  readonly cellsOf: (row: string) => Promise<RowCells>;
}

const PageContext = createContext<ReviewPage | undefined>(undefined);

export function useReview(): ReviewPage {
  const page = use(PageContext);
  if (!page) throw new Error('There is no review outside of its provider.');
  return page;
}

/** How the server can be reached. */
export type Reach = 'unknown' | 'ok' | AskError['reason'];

interface ProviderProps {
  readonly children: ReactNode;
  /** Shown until the first answer. */
  readonly waiting: (reach: Reach, t: EditorTranslate) => ReactNode;
}

/** How long (ms) until the state of a save is asked for again. */
const saveInterval = 500;

/** How long (ms) until a server that didn't answer is asked again. */
const retryInterval = 3000;

const languageOnly = (language: ReviewQuery['language']): ReviewQuery => ({ language, words: '', page: 1 });

export function ReviewProvider({ children, waiting }: ProviderProps) {
  const [query, setQuery] = useState(readQuery);
  const [view, setView] = useState<ReviewView>();
  const [reach, setReach] = useState<Reach>('unknown');
  const t = useMemo(() => editorTranslator(query.language), [query.language]);
  const latest = useRef({ query, view });
  latest.current = { query, view };
  const termLists = useRef(new Map<string, Promise<readonly Choice[]>>());

  const request = useCallback(async (wish: Wish<ReviewRequest>, asked: ReviewQuery) => {
    try {
      const answer = await ask({ ...wish, query: asked } as ReviewRequest);
      setReach('ok');
      return answer as ReviewView;
    } catch (error) {
      if (error instanceof AskError && error.reason !== 'changed') setReach(error.reason);
      throw error;
    }
  }, []);

  /** The rows that are shown, so that a corrected one doesn't leave the page. */
  const askForShown = useCallback(() => {
    const { query: asked, view: shown } = latest.current;
    return shown ? { ...asked, ids: shown.rows.map(({ id }) => id) } : asked;
  }, []);

  const load = useCallback(
    async (asked: ReviewQuery) => {
      const answer = await request({ action: 'view' }, asked).catch(() => undefined);
      // Another page may have been chosen meanwhile.
      if (answer && latest.current.query === asked) setView(answer);
    },
    [request],
  );

  useEffect(() => {
    document.documentElement.lang = query.language;
    termLists.current.clear();
    storeQuery(query);
    void load(query);
  }, [query, load]);

  useEffect(() => {
    onToken(() => {
      readReviewToken();
      void load(latest.current.query);
    });
  }, [load]);

  const isSaving = view?.save?.isRunning === true;
  useEffect(() => {
    if (!isSaving && reach !== 'gone') return undefined;
    const timer = setInterval(
      () => {
        void request({ action: 'view' }, askForShown()).then(setView, () => undefined);
      },
      isSaving ? saveInterval : retryInterval,
    );
    return () => clearInterval(timer);
  }, [isSaving, reach, request, askForShown]);

  const { language } = query;
  const terms = useCallback(
    (path: string) => {
      const known =
        termLists.current.get(path) ?? ask({ action: 'terms', path, query: languageOnly(language) });
      termLists.current.set(path, known);
      known.catch(() => termLists.current.delete(path));
      return known;
    },
    [language],
  );
  const cellsOf = useCallback(
    (row: string) => ask({ action: 'cells', row, query: languageOnly(language) }),
    [language],
  );
  const change = useCallback(
    async (wish: Wish<ReviewRequest>, isQuiet = false) => {
      const answer = await request(wish, askForShown());
      // News of the sheet concerns every row.
      if (!isQuiet || answer.notices.length > 0) setView(answer);
    },
    [request, askForShown],
  );

  const page = useMemo<ReviewPage | undefined>(
    () =>
      view && {
        view,
        query,
        t,
        show: (change) => setQuery((before) => ({ ...before, page: 1, ...change })),
        change,
        terms,
        cellsOf,
      },
    [view, query, t, change, terms, cellsOf],
  );

  if (!page) return waiting(reach, t);
  return (
    <PageContext value={page}>
      {(reach === 'gone' || reach === 'stale') && waiting(reach, t)}
      {children}
    </PageContext>
  );
}
