/** The state of the page: what the server says, and what is asked of it. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Locale } from '@/i18n/locales';
import { FormProvider, type FormState } from '@scripts/forms/ui/form-context';
import type { Option } from '@scripts/forms/values/match-options';
import { RequestError } from '../../form-page/browser/ask.client';
import { storeToken } from '../../form-page/browser/token.client';
import { useWords } from '../../form-page/browser/words';
import type { ReviewQuery, ReviewRequest } from '../review-request';
import type { ReviewView } from '../review-types';
import { ask } from './ask.client';
import { flagTerms } from './controls/value-control';
import { readQuery, storeQuery, type RowQuery } from './query.client';

/** A request without the query, which is the page's. */
type Wish<Request> = Request extends ReviewRequest ? Omit<Request, 'query'> : never;

interface ReviewPage {
  readonly view: ReviewView;
  readonly query: RowQuery;
  /** Shows other rows. */
  readonly show: (change: Partial<RowQuery>) => void;
  /** Asks for a change. The rows of the page stay. Rejects with a `RequestError`. `isQuiet` leaves the page as it is. */
  readonly change: (wish: Wish<ReviewRequest>, isQuiet?: boolean) => Promise<void>;
}

const PageContext = createContext<ReviewPage | undefined>(undefined);

export function useReview(): ReviewPage {
  const page = use(PageContext);
  if (!page) throw new Error('There is no review outside of its provider.');
  return page;
}

/** How the server can be reached. */
export type Reach = 'unknown' | 'ok' | RequestError['reason'];

interface ProviderProps {
  readonly children: ReactNode;
  /** Shown until the first answer. */
  readonly waiting: (reach: Reach) => ReactNode;
}

/** How long (ms) until the state of a save is asked for again. */
const saveInterval = 500;

/** How long (ms) until a server that didn't answer is asked again. */
const retryInterval = 3000;

const languageOnly = (language: Locale): ReviewQuery => ({ language, words: '', page: 1 });

const noPictures = () => Promise.reject(new Error('A sheet has no pictures.'));

/** What the kit's controls share. Every control has its own value. `refreshes` counts how often the entries were read again. */
function useFormState(refreshes: number): FormState {
  const { t, forms, locale } = useWords();
  return useMemo(() => {
    const lists = new Map<string, Promise<readonly Option[]>>();
    const yesAndNo = [
      ['yes', t('Yes')],
      ['no', t('No')],
    ] as const;
    return {
      t,
      forms: { ...forms, vocabularies: { ...forms.vocabularies, [flagTerms]: yesAndNo } },
      host: {
        entries: (of) => {
          const known = lists.get(of) ?? ask({ action: 'entries', of, query: languageOnly(locale) });
          lists.set(of, known);
          known.catch(() => lists.delete(of));
          return known;
        },
        pictures: noPictures,
        showPicture: noPictures,
        uploadPicture: noPictures,
      },
      fields: {},
      findings: [],
      outdated: {},
      change: () => {},
    };
  }, [t, forms, locale, refreshes]);
}

export function ReviewProvider({ children, waiting }: ProviderProps) {
  const { locale: language } = useWords();
  const [own, setQuery] = useState(readQuery);
  const query = useMemo((): ReviewQuery => ({ ...own, language }), [own, language]);
  const [view, setView] = useState<ReviewView>();
  const [reach, setReach] = useState<Reach>('unknown');
  const latest = useRef({ query, view });
  latest.current = { query, view };
  const [refreshes, setRefreshes] = useState(0);
  const form = useFormState(refreshes);

  const request = useCallback(async (wish: Wish<ReviewRequest>, asked: ReviewQuery) => {
    try {
      const answer = await ask({ ...wish, query: asked } as ReviewRequest);
      setReach('ok');
      return answer as ReviewView;
    } catch (error) {
      if (error instanceof RequestError && error.reason !== 'changed') setReach(error.reason);
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
    storeQuery(query);
    void load(query);
  }, [query, load]);

  useEffect(() => {
    const follow = () => {
      storeToken(`${location.pathname}${location.search}`);
      void load(latest.current.query);
    };
    // Another key was opened, here or in another tab.
    addEventListener('hashchange', follow);
    addEventListener('storage', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('storage', follow);
    };
  }, [load]);

  const update = useCallback(
    () => void request({ action: 'view' }, askForShown()).then(setView, () => undefined),
    [request, askForShown],
  );

  const isSaving = view?.save?.isRunning === true;
  useEffect(() => {
    if (!isSaving && reach !== 'silent') return undefined;
    const timer = setInterval(update, isSaving ? saveInterval : retryInterval);
    return () => clearInterval(timer);
  }, [isSaving, reach, update]);

  const change = useCallback(
    async (wish: Wish<ReviewRequest>, isQuiet = false) => {
      const answer = await request(wish, askForShown());
      if (wish.action === 'refresh') setRefreshes((count) => count + 1);
      if (!isQuiet) setView(answer);
    },
    [request, askForShown],
  );

  const page = useMemo<ReviewPage | undefined>(
    () =>
      view && {
        view,
        query: own,
        show: (change) => setQuery((before) => ({ ...before, page: 1, ...change })),
        change,
      },
    [view, own, change],
  );

  if (!page) return waiting(reach);
  return (
    <PageContext value={page}>
      <FormProvider value={form}>
        {(reach === 'silent' || reach === 'stale') && waiting(reach)}
        {children}
      </FormProvider>
    </PageContext>
  );
}
