/** The number of results, their order, the rows, and a message where there are none. */
import { Fragment, type ReactNode } from 'react';
import { splitByOpen } from '@/model/time/closing-check';
import { serializeAddress, sorts, type SearchState } from '../../facets/search-address';
import { effectiveSort } from '../../ranking';
import { isolateDirection } from '../../words/isolate-direction';
import type { FilterChip, Labels } from '../../facets/labels';
import type { SearchIslandProps } from '../../page/search-props';
import type { ResultCard } from '../../query/engine.client';
import { ResultRow } from './ResultRow';
import { NoResults } from './NoResults';
import { SearchPager } from './SearchPager';
import { InterpretationNote } from './InterpretationNote';
import type { CardGroup, ResultsState } from '../../hooks/use-results.client';

interface Props {
  readonly props: SearchIslandProps;
  readonly labels: Labels;
  readonly state: SearchState;
  readonly results: ResultsState;
  /** The counts of other entries, in a line. */
  readonly also?: ReactNode;
  /** True if the visitor has given answers to the fit check. */
  readonly canFit: boolean;
  readonly chips: readonly FilterChip[];
  readonly change: (next: SearchState) => void;
  /** Takes the words otherwise. */
  readonly reread: (next: SearchState) => void;
  readonly without: (chip: FilterChip) => void;
  readonly clear: () => void;
  readonly retry: () => void;
  readonly showPage: (page: number) => void;
}

/** How many of the newest are shown where nothing is found. */
const newestShown = 5;

interface GroupedCards {
  /** Missing where there is nothing to tell apart. */
  readonly group?: CardGroup | undefined;
  /** The place of the first card on the page. */
  readonly from: number;
  readonly cards: readonly ResultCard[];
}

/** The cards of a page by their groups; a single one has no name where all cards have all words. */
function groupCards({ cards, cardGroups }: ResultsState): GroupedCards[] {
  if (!cardGroups.some((group) => group !== 'all')) return [{ from: 0, cards }];
  const starts = cards.flatMap((_, place) =>
    place === 0 || cardGroups[place] !== cardGroups[place - 1] ? [place] : [],
  );
  return starts.map((from, index) => ({
    group: cardGroups[from],
    from,
    cards: cards.slice(from, starts[index + 1]),
  }));
}

/** The heading of a group. */
function groupName(
  group: CardGroup,
  { props: { t }, labels, results: { languages } }: Pick<Props, 'props' | 'labels' | 'results'>,
): string {
  if (group === 'more') return t('search.languages.more');
  if (group !== 'enough') return t(`search.group.${group}`);
  const [language, ...others] = languages?.keys() ?? [];
  return language === undefined || others.length > 0
    ? t('search.languages.yours')
    : t('search.languages.enough', { language: labels.language(language) });
}

/** The announcement to screen readers when results have come. */
function summary({ t }: SearchIslandProps, { found, of, page, pages }: ResultsState): string {
  if (!found) return '';
  const { enough } = found;
  const total = found.rows.length;
  const place = page > 1 ? [t('pager.here', { page, pages })] : [];
  const counts =
    of.q !== ''
      ? [t.count('search.countFor', total, { words: isolateDirection(of.q) })]
      : enough && enough < total
        ? [t.count('search.count', total), t.count('search.languages.others', total - enough)]
        : [t.count('search.count', total)];
  return [...counts, ...place].join(' · ');
}

export function SearchResults(all: Props) {
  const {
    props,
    labels,
    state,
    results,
    also,
    canFit,
    chips,
    change,
    reread,
    without,
    clear,
    retry,
    showPage,
  } = all;
  const { t } = props;
  const { status, fits, found, page, pages, now } = results;
  // The loading before shows that the answers are known.
  const needsAnswers = state.sort === 'fit' && !canFit && found !== undefined;
  const orders = canFit ? sorts : sorts.filter((sort) => sort !== 'fit');
  const offered = state.q === '' ? orders : (['relevance', ...orders] as const);

  const isNone = status === 'ready' && found?.rows.length === 0;
  // Removing a filter helps more where there are some.
  const newest =
    isNone && chips.length === 0 ? splitByOpen(props.newest, now).open.slice(0, newestShown) : [];
  const row = (card: ResultCard, place = -1) => (
    <ResultRow
      key={card.path}
      card={card}
      tasks={state.chosen.task}
      fit={fits?.[place]}
      needs={results.cardNeeds[place] ?? []}
      props={props}
      labels={labels}
      now={now}
    />
  );

  return (
    <>
      <div className="search-head">
        <p role="status" className="search-total">
          {summary(props, results)}
        </p>
        {!isNone && status !== 'error' && (
          <p className="search-field search-sort">
            <label htmlFor="search-sort">{t('search.sort')}</label>
            <select
              id="search-sort"
              value={effectiveSort(state, canFit)}
              onChange={(event) => {
                const sort = sorts.find((other) => other === event.currentTarget.value);
                change({ ...state, sort, page: 1 });
              }}
            >
              {offered.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`search.sort.${sort}`)}
                </option>
              ))}
            </select>
          </p>
        )}
      </div>
      <InterpretationNote
        props={props}
        labels={labels}
        state={state}
        interpretation={results.interpretation}
        isPartial={results.isPartial}
        change={reread}
      />
      {state.q !== '' && (
        <p role="status" className="search-also">
          {also}
        </p>
      )}
      {needsAnswers && (
        <p className="notice search-fit-first">
          {t('search.fit.first')} <a href={props.fit.page}>{t('fit.title')}</a>
        </p>
      )}
      {status === 'error' && (
        <div className="notice" role="alert">
          <p>{t('search.error')}</p>
          <p>
            <button type="button" className="button" onClick={retry}>
              {t('search.error.retry')}
            </button>{' '}
            <a className="button" href={props.browsePath}>
              {t('search.error.browse')}
            </a>
          </p>
        </div>
      )}
      {isNone && found && (
        <NoResults
          t={t}
          words={results.of.q}
          found={found}
          missing={results.interpretation.missing}
          chips={chips}
          without={without}
          clear={clear}
        />
      )}
      {groupCards(results).map(({ group, from, cards: some }) => (
        <Fragment key={from}>
          {group && (
            <p className="search-group" id={`search-group-${group}`}>
              {groupName(group, all)}
            </p>
          )}
          <ul
            className="rows"
            aria-busy={status === 'loading'}
            aria-labelledby={group && `search-group-${group}`}
          >
            {some.map((card, index) => row(card, from + index))}
          </ul>
        </Fragment>
      ))}
      {newest.length > 0 && (
        <>
          <p className="search-group" id="search-newest">
            {t('search.none.newest')}
          </p>
          <ul className="rows" aria-labelledby="search-newest">
            {newest.map((card) => row(card))}
          </ul>
        </>
      )}
      {status !== 'error' && (
        <SearchPager
          t={t}
          page={page}
          pages={pages}
          addressOf={(number) => serializeAddress({ ...state, page: number }) || '?'}
          showPage={showPage}
        />
      )}
    </>
  );
}
