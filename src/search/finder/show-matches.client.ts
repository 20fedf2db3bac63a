/** Shows the first opportunities for the finder's sentence: those that the search, to which it leads, puts first. */
import { createElement as element, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRow } from '@/components/opportunity/OpportunityRow';
import { rowFacts } from '@/components/opportunity/row-facts';
import { readRowStrings, type RowStrings } from '@/components/opportunity/row-strings';
import type { KnownLanguages } from '@/model/language-needs';
import { createCardLoader, type CardLoader } from '../cards/load-cards.client';
import type { FacetTable } from '../facets/facet-columns';
import { filterOpportunities } from '../facets/filter-opportunities';
import { searchedLanguages } from '../facets/language-fit';
import { emptyState, withValues } from '../facets/search-address';
import { loadJson } from '@/components/load-file.client';
import { loadOnce } from '../query/load-once.client';
import { matchesShown } from './finder-counts';

/** What a page's finder loads. */
interface FinderSource {
  readonly locale: string;
  /** The version of the search's data. */
  readonly version: string;
  /** The address of the strings of rows. */
  readonly rows: string;
}

/** The choices of the finder; `''` for any. */
interface Choices {
  readonly task: string;
  readonly lang: string;
  readonly hours: string;
  /** The languages of the visitor's answers to the fit check. */
  readonly answers: KnownLanguages | undefined;
  /** False once the sentence is another. */
  readonly isCurrent: () => boolean;
}

interface List {
  readonly cards: CardLoader;
  readonly strings: () => Promise<RowStrings>;
  /** Shows other rows, of which the first take the place of those of the page. */
  readonly show: (rows: readonly ReactNode[]) => void;
}

const lists = new WeakMap<HTMLElement, List>();

function listIn(place: HTMLElement, { locale, version, rows }: FinderSource): List {
  const known = lists.get(place);
  if (known) return known;
  let root: Root | undefined;
  const list: List = {
    cards: createCardLoader({ root: '/', locale, tag: version }),
    strings: loadOnce(() => loadJson<RowStrings>(rows, 'default')),
    show: (next) => {
      // Where rows of the page have closed since, nothing moves below those that take their place.
      place.style.minBlockSize = !root && next.length > 0 ? `${place.offsetHeight}px` : '';
      if (!root) place.replaceChildren();
      root ??= createRoot(place);
      root.render(next);
    },
  };
  lists.set(place, list);
  return list;
}

/** The rows that a sentence finds at an instant (ms), in the order of the search. */
export function matchingRows(
  table: FacetTable,
  { task, lang, hours, answers }: Omit<Choices, 'isCurrent'>,
  now: number,
): readonly number[] {
  const chosen = Object.entries({ task, lang, hours }) as ['task' | 'lang' | 'hours', string][];
  const state = chosen.reduce(
    (before, [facet, value]) => withValues(before, facet, value === '' ? [] : [value]),
    emptyState,
  );
  const languages = searchedLanguages(state.chosen.lang, answers ?? new Map());
  const { rows, enough } = filterOpportunities(table, state, undefined, now, { languages });
  return rows.slice(0, enough);
}

/** Fills the list; where its files can't be loaded, the list is emptied, and the button still leads to the search. */
export async function showMatches(place: HTMLElement, source: FinderSource, choices: Choices): Promise<void> {
  const { cards, strings, show } = listIn(place, source);
  const now = Date.now();
  try {
    const [table, ofRows] = await Promise.all([cards.table(), strings()]);
    const found = await Promise.all(matchingRows(table, choices, now).slice(0, matchesShown).map(cards.card));
    if (!choices.isCurrent()) return;
    const { t, names } = readRowStrings(ofRows, source.locale);
    const tasks = choices.task === '' ? [] : [choices.task];
    const rows = found.map((card) =>
      element(OpportunityRow, {
        key: card.id,
        card: cardAt(card, now),
        t,
        names,
        summary: undefined,
        facts: rowFacts(t, names, card, tasks),
        later: null,
      }),
    );
    show(rows);
  } catch {
    if (choices.isCurrent()) show([]);
  }
}
