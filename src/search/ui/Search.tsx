/** The search: words, facets, results. Its strings come as props; the address holds the state. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fitStore } from '@/device/storage/fit/fit-store';
import { useStore } from '@/device/use-store.client';
import {
  emptyState,
  facetIds,
  serializeAddress,
  withValues,
  type SearchState,
} from '../facets/search-address';
import type { FilterResult } from '../facets/filter-opportunities';
import { updateLanguageLinks } from '../page/language-links.client';
import { FollowSearch } from './FollowSearch';
import { createLabels, type FilterChip } from '../facets/labels';
import { islandProps, type SearchProps } from '../page/search-props';
import { SearchBox } from './SearchBox';
import { FilterSheet } from './filters/FilterSheet';
import { SearchChips } from './filters/SearchChips';
import { SearchFilters } from './filters/SearchFilters';
import { SearchResults } from './results/SearchResults';
import type { Suggestion } from '../query/suggest';
import { useAddress } from '../hooks/use-address.client';
import { useOtherEntries } from '../hooks/use-other-entries.client';
import { useIsWide } from '../hooks/use-is-wide.client';
import { useKeptPlace } from '../hooks/use-kept-place.client';
import { useResults } from '../hooks/use-results.client';

/** The search without one of its filters. */
function withoutChip(state: SearchState, { facet, value }: FilterChip): SearchState {
  return facet === 'closes'
    ? { ...state, closes: undefined, page: 1 }
    : withValues(
        state,
        facet,
        state.chosen[facet].filter((other) => other !== value),
      );
}

export default function Search(received: SearchProps) {
  const props = useMemo(() => islandProps(received), [received]);
  const { t } = props;
  const [address, goTo] = useAddress();
  const state = address ?? emptyState;
  const answers = useStore(fitStore);
  const { results, retry, warm, dictionary } = useResults(props, address, answers);
  const labels = useMemo(() => createLabels(props), [props]);
  const others = useOtherEntries(props, results);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isWide = useIsWide();
  useKeptPlace(results.status === 'ready' && results.of === address);
  const words = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pageTitle = useRef('');
  const isRead = useRef(false);
  const chips = labels.chips(state);
  const what = [state.q, ...chips.slice(0, 3).map(({ label }) => label)].filter(Boolean).join(', ');

  useEffect(() => {
    pageTitle.current ||= document.title;
    if (!address) return;
    document.title =
      what === '' ? pageTitle.current : t('search.documentTitle', { what, page: pageTitle.current });
  }, [address, what, t]);

  useEffect(() => {
    if (address) updateLanguageLinks(serializeAddress(address));
  }, [address]);

  const q = address?.q;
  useEffect(() => {
    if (!words.current || q === undefined) return;
    // Text that the visitor types before the page is ready stays.
    const isTyping = !isRead.current && q === '' && document.activeElement === words.current;
    isRead.current = true;
    if (isTyping) return;
    // WebKit resets the box when a visitor comes back to the page.
    words.current.defaultValue = q;
    words.current.value = q;
  }, [q]);

  /** Every change also takes over the words in the box, unless it has others. */
  const change = useCallback(
    (next: SearchState) => {
      const q = next.q === state.q ? (words.current?.value ?? next.q) : next.q;
      goTo({ ...next, q });
    },
    [goTo, state],
  );

  const canFit = answers !== undefined && answers.length > 0;
  /** Results are rendered before the counts: there are far more counts than results. */
  const [counted, count] = useState<FilterResult>();
  useEffect(() => count(results.found), [results.found]);
  const filters = useMemo(
    () => (
      <SearchFilters
        props={props}
        labels={labels}
        state={state}
        found={counted}
        canFit={canFit}
        change={change}
      />
    ),
    [props, labels, state, counted, canFit, change],
  );

  const toHeading = () => heading.current?.focus();

  /** A term becomes a filter; other typed text stays in the box. */
  const choose = ({ kind, words: typed, value }: Suggestion, isTouch: boolean) => {
    if (words.current) words.current.value = typed;
    const facet = facetIds.find((id) => id === kind);
    if (facet && value !== undefined) change(withValues(state, facet, [...state.chosen[facet], value]));
    else change({ ...state, page: 1 });
    // Closes the on-screen keyboard, so that the results are visible.
    if (isTouch) toHeading();
  };

  // The buttons and links that do this disappear with their cause, so the focus moves to the heading.
  const clear = () => {
    goTo({ ...emptyState, q: state.q, sort: state.sort });
    toHeading();
  };

  const showPage = (page: number) => {
    goTo({ ...state, page });
    toHeading();
  };

  return (
    <div className="search-island" onFocus={warm}>
      <SearchBox
        props={props}
        box={words}
        dictionary={dictionary}
        submit={() => change({ ...state, page: 1 })}
        choose={choose}
      />
      <div className="search-body">
        {isSheetOpen ? (
          <FilterSheet
            t={t}
            count={counted?.rows.length}
            clear={chips.length > 0 ? clear : undefined}
            goTo={goTo}
            whenClosed={() => setSheetOpen(false)}
          >
            {filters}
          </FilterSheet>
        ) : (
          isWide && (
            <>
              <a
                className="search-skip visually-hidden"
                href="#search-results"
                onClick={(event) => {
                  event.preventDefault();
                  toHeading();
                }}
              >
                {t('search.skip')}
              </a>
              <div className="search-side">{filters}</div>
            </>
          )
        )}
        <section className="search-main" aria-labelledby="search-results">
          <h2 id="search-results" ref={heading} tabIndex={-1}>
            {t('search.results')}
          </h2>
          <div className="search-bar">
            <button
              className="button search-toggle"
              type="button"
              aria-haspopup="dialog"
              onClick={() => setSheetOpen(true)}
            >
              {t('search.filters')}
              {chips.length > 0 && <span className="search-number">{chips.length}</span>}
            </button>
            <SearchChips
              t={t}
              chips={chips}
              remove={(chip) => change(withoutChip(state, chip))}
              clear={clear}
              whenNone={toHeading}
            />
            {results.status === 'loading' && <p className="search-loading" data-text={t('search.loading')} />}
            <FollowSearch
              props={props}
              labels={labels}
              state={state}
              hasResults={
                results.of === address && results.found !== undefined && results.found.rows.length > 0
              }
            />
          </div>
          {/* The page's own rows are hidden where others will take their place: nothing should move then. */}
          <div className={results.found ? 'search-found' : address && answers ? undefined : 'search-first'}>
            <SearchResults
              props={props}
              labels={labels}
              state={state}
              results={results}
              also={others && <others.EntryLinks props={props} entries={others.entries} />}
              canFit={canFit}
              change={change}
              reread={(next) => {
                change(next);
                toHeading();
              }}
              chips={chips}
              without={(chip) => {
                change(withoutChip(state, chip));
                toHeading();
              }}
              clear={clear}
              retry={() => {
                retry();
                toHeading();
              }}
              showPage={showPage}
            />
          </div>
          {others && (
            <others.OtherEntries
              key={results.of.q}
              props={props}
              entries={others.entries}
              words={results.of.q}
            />
          )}
          {/* Only below existing content: nothing moves when results come. */}
          {(results.found ?? results.status === 'error') && (
            <p className="search-elsewhere">
              <a href={props.browsePath}>{t('home.orBrowse')}</a>
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
