/** The state of the page: what the server says, and what is asked of it. */
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Locale } from '@/i18n/locales';
import { FormProvider, type FormState } from '@scripts/forms/ui/form-context';
import type { Option } from '@scripts/forms/values/match-options';
import { explain } from '../../form-page/browser/ask.client';
import { ReachNotice, useReach } from '../../form-page/browser/reach';
import { useWords } from '../../form-page/browser/words';
import type { ReviewQuery, ReviewRequest } from '../review-request';
import type { ReviewView } from '../review-view';
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

/** Asks for changes. `fault` says why the last one was refused. */
export function useChange() {
  const { change } = useReview();
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const ask = (wish: Wish<ReviewRequest>) => {
    setReason('');
    change(wish).catch((error: unknown) => setReason(explain(t, error)));
  };
  const fault = (
    <p role="status" className="is-fault">
      {reason}
    </p>
  );
  return { ask, fault, reason };
}

/** How long (ms) until the state of a save is asked for again. */
const saveInterval = 500;

/** How long (ms) until a server that didn't answer is asked again. */
const retryInterval = 3000;

const languageOnly = (language: Locale): ReviewQuery => ({ language, words: '', page: 1 });

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
      },
      fields: {},
      findings: [],
      outdated: {},
      change: () => {},
    };
  }, [t, forms, locale, refreshes]);
}

export function ReviewProvider({ children }: { readonly children: ReactNode }) {
  const { locale: language, t } = useWords();
  const [own, setQuery] = useState(readQuery);
  const query = useMemo((): ReviewQuery => ({ ...own, language }), [own, language]);
  /** The last answer, and the query of its rows. */
  const [shown, setShown] = useState<{ readonly view: ReviewView; readonly query: ReviewQuery }>();
  const latest = useRef({ query, shown });
  latest.current = { query, shown };
  const [refreshes, setRefreshes] = useState(0);
  const form = useFormState(refreshes);

  const change = useCallback(async (wish: Wish<ReviewRequest>, isQuiet = false) => {
    const { query: asked, shown: before } = latest.current;
    // The rows that are shown stay: a corrected one doesn't leave the page.
    const ids = before?.query === asked ? { ids: before.view.rows.map(({ id }) => id) } : {};
    const view = (await ask({ ...wish, query: { ...asked, ...ids } } as ReviewRequest)) as ReviewView;
    if (wish.action === 'refresh') setRefreshes((count) => count + 1);
    // Another page may have been chosen meanwhile.
    if (!isQuiet && latest.current.query === asked) setShown({ view, query: asked });
  }, []);

  const load = useCallback(() => void change({ action: 'view' }).catch(() => undefined), [change]);
  const reach = useReach(load);

  useEffect(() => {
    storeQuery(query);
    load();
  }, [query, load]);

  const view = shown?.view;
  const isSaving = view?.save?.isRunning === true;
  useEffect(() => {
    if (!isSaving && reach !== 'silent') return undefined;
    const timer = setInterval(load, isSaving ? saveInterval : retryInterval);
    return () => clearInterval(timer);
  }, [isSaving, reach, load]);

  const show = (wanted: Partial<RowQuery>) => setQuery((before) => ({ ...before, page: 1, ...wanted }));
  if (!view)
    return reach === 'asking' ? <p role="status">{t('Loading…')}</p> : <ReachNotice reach={reach} isAlone />;
  return (
    <PageContext value={{ view, query: own, show, change }}>
      <FormProvider value={form}>
        <ReachNotice reach={reach} isAlone={false} />
        {children}
      </FormProvider>
    </PageContext>
  );
}
