/** The search: words, facets, results. All words come as props; the address holds the state. */
import { useEffect, useMemo, useRef, useState, type SubmitEvent } from 'react';
import { useAnswers } from '@/device/use-answers.client';
import { interpolate } from '@/i18n/interpolate';
import {
  emptyState,
  maxWords,
  normalizeState,
  serializeAddress,
  withValues,
  type SearchState,
} from './address';
import { carryToLanguages } from './language-links.client';
import { FollowSearch } from './FollowSearch';
import { labelsOf, type Chip } from './labels';
import type { SearchProps } from './props';
import { SearchChips } from './SearchChips';
import { SearchFilters } from './SearchFilters';
import { SearchResults } from './SearchResults';
import { useAddress } from './use-address.client';
import { useResults } from './use-results.client';

/** The search without one of its choices. */
function withoutChip(state: SearchState, { facet, value }: Chip): SearchState {
  return facet === 'closes'
    ? normalizeState({ ...state, closes: undefined, page: 1 })
    : withValues(
        state,
        facet,
        state.chosen[facet].filter((other) => other !== value),
      );
}

export default function Search(props: SearchProps) {
  const { strings, urls } = props;
  const [address, goTo] = useAddress();
  const state = address ?? emptyState;
  const answers = useAnswers();
  const { results, retry, warm } = useResults(props, address, answers);
  const labels = useMemo(() => labelsOf(props), [props]);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const words = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pageTitle = useRef('');
  const chips = labels.chips(state);
  const what = [state.q, ...chips.slice(0, 3).map(({ label }) => label)]
    .filter((part) => part !== '')
    .join(', ');

  useEffect(() => {
    pageTitle.current ||= document.title;
    if (!address) return;
    document.title =
      what === '' ? pageTitle.current : interpolate(strings.documentTitle, { what, page: pageTitle.current });
  }, [address, what, strings]);

  useEffect(() => {
    if (address) carryToLanguages(serializeAddress(address));
  }, [address]);

  useEffect(() => {
    // What somebody typed before the page was ready stays.
    if (words.current && (address?.q !== '' || document.activeElement !== words.current)) {
      words.current.value = address?.q ?? words.current.value;
    }
  }, [address?.q]);

  /** Whatever one changes, the words in the box count too. */
  const change = (next: SearchState) => {
    const typed = normalizeState({ ...next, q: words.current?.value ?? next.q });
    // Other words are read freely again.
    goTo(normalizeState({ ...typed, exact: typed.exact && typed.q === state.q }));
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change({ ...state, page: 1 });
  };

  const toHeading = () => heading.current?.focus();

  const clear = () => goTo(normalizeState({ ...emptyState, q: state.q, sort: state.sort }));

  const showPage = (page: number) => {
    goTo({ ...state, page });
    toHeading();
  };

  return (
    <div className="search-island" onFocus={warm}>
      <form className="search-words" onSubmit={submit}>
        <label htmlFor="search-q">{strings.label}</label>
        <p id="search-hint" className="search-hint">
          {strings.hint}
        </p>
        <div className="search-line">
          <input
            ref={words}
            id="search-q"
            name="q"
            type="search"
            dir="auto"
            maxLength={maxWords}
            enterKeyHint="search"
            autoComplete="off"
            aria-describedby="search-hint"
          />
          <button className="button button-primary" type="submit">
            {strings.button}
          </button>
        </div>
      </form>
      <div className="search-body">
        <div className="search-side">
          <button
            className="button search-toggle"
            type="button"
            aria-expanded={filtersOpen}
            aria-controls="search-filters"
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            {strings.filters}
            {chips.length > 0 && <span className="search-number">{chips.length}</span>}
          </button>
          <SearchFilters
            props={props}
            labels={labels}
            state={state}
            found={results.found}
            isOpen={filtersOpen}
            change={change}
          />
        </div>
        <section className="search-main" aria-labelledby="search-results">
          <div className="search-title">
            <h2 id="search-results" ref={heading} tabIndex={-1}>
              {strings.results}
            </h2>
            {results.status === 'loading' && <p className="search-loading">{strings.loading}</p>}
          </div>
          <SearchChips
            strings={strings}
            chips={chips}
            remove={(chip) => change(withoutChip(state, chip))}
            clear={clear}
            whenNone={toHeading}
          />
          {/* Not before the address is read, which may put chips above them: nothing is to move then. */}
          {address && (
            <SearchResults
              props={props}
              labels={labels}
              state={state}
              results={results}
              canFit={answers !== undefined && answers.length > 0}
              change={change}
              chips={chips}
              // These buttons go away with what they answer to, so the focus goes to the heading.
              without={(chip) => {
                change(withoutChip(state, chip));
                toHeading();
              }}
              clear={() => {
                clear();
                toHeading();
              }}
              retry={() => {
                retry();
                toHeading();
              }}
              showPage={showPage}
            />
          )}
          {/* Only below what is there: nothing moves when results come. */}
          {(results.found ?? results.status === 'error') && (
            <>
              <p className="search-elsewhere">
                <a href={urls.browse}>{strings.browse}</a>
              </p>
              <FollowSearch
                props={props}
                labels={labels}
                state={state}
                isFound={results.of === address && (results.found?.rows.length ?? 0) > 0}
              />
            </>
          )}
        </section>
      </div>
    </div>
  );
}
