/** The filters on a phone: a sheet over the page, with the number of results while one chooses. */
import { useEffect, useRef, type ReactNode } from 'react';
import { parseAddress, type SearchState } from '@/search/facets/search-address';
import { sheetStep } from '@/search/hooks/use-address.client';
import type { SearchTranslate } from '@/search/page/search-props';

interface Props {
  readonly t: SearchTranslate;
  /** The number of results; missing until that is known. */
  readonly count: number | undefined;
  /** Clears the filters; missing where none is chosen. */
  readonly clear: (() => void) | undefined;
  /** Called once it is closed. */
  readonly whenClosed: () => void;
  /** Goes to a search. */
  readonly goTo: (state: SearchState) => void;
  readonly children: ReactNode;
}

export function FilterSheet({ t, count, clear, whenClosed, goTo, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = useRef('');
  const chosen = useRef('');

  useEffect(() => {
    opened.current = location.search;
    history.pushState(sheetStep, '');
    dialog.current?.showModal();
    // Back only closes it: what was chosen stays.
    const back = () => {
      goTo(parseAddress(chosen.current));
      dialog.current?.close();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [goTo]);

  useEffect(() => {
    if (history.state === sheetStep) chosen.current = location.search;
  });

  const leave = () => {
    if (history.state === sheetStep) {
      // Without a choice the step back would lead to the same search.
      if (location.search === opened.current) history.back();
      else history.replaceState(null, '');
    }
    whenClosed();
  };

  return (
    <dialog ref={dialog} className="search-sheet" aria-labelledby="search-sheet" onClose={leave}>
      <div className="search-sheet-head">
        <h2 id="search-sheet">{t('search.filters')}</h2>
        {clear && (
          <button type="button" className="search-clear" onClick={clear}>
            {t('search.clear')}
          </button>
        )}
      </div>
      {children}
      <p className="search-sheet-foot">
        <button type="button" className="button button-primary" onClick={() => dialog.current?.close()}>
          {count === undefined ? t('search.results') : t.count('search.show', count)}
        </button>
      </p>
      <p role="status" className="visually-hidden">
        {count !== undefined && t.count('search.count', count)}
      </p>
    </dialog>
  );
}
