/** Shows the first opportunities for the finder's sentence: what fits it, else what comes closest, and what that needs. */
import { createElement as element, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { cardAt } from '@/components/opportunity/card-at';
import { OpportunityRow } from '@/components/opportunity/OpportunityRow';
import { needsText } from '@/components/opportunity/needs-text';
import { rowFacts } from '@/components/opportunity/row-facts';
import { readRowStrings, type RowStrings } from '@/components/opportunity/row-strings';
import type { KnownLanguages } from '@/model/language-needs';
import { createCardLoader, type CardLoader } from '../cards/load-cards.client';
import type { FacetTable } from '../facets/facet-columns';
import { filterOpportunities, readHours, type FilterResult } from '../facets/filter-opportunities';
import { searchedLanguages } from '../facets/language-fit';
import { emptyState, withValues, type FacetId, type SearchState } from '../facets/search-address';
import { loadJson } from '@/components/load-file.client';
import { loadOnce } from '../query/load-once.client';
import { matchesShown } from '../ranking';

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

/** The search for some choices; each may be missing or `''`. */
const searchFor = (choices: Readonly<Partial<Record<FacetId, string>>>): SearchState =>
  Object.entries(choices).reduce(
    (state, [facet, id]) => withValues(state, facet as FacetId, id === '' ? [] : [id]),
    emptyState,
  );

/** The number of opportunities that the search finds for a sentence at an instant (ms), and for its task alone. */
export function countFound(
  table: FacetTable,
  { task, lang, hours }: Pick<Choices, 'task' | 'lang' | 'hours'>,
  now: number,
): { readonly whole: number; readonly task: number } {
  const count = (state: SearchState) => filterOpportunities(table, state, undefined, now).rows.length;
  return { whole: count(searchFor({ task, lang, hours })), task: count(searchFor({ task })) };
}

/** An opportunity of the task, and what it needs besides what was chosen. */
interface Match {
  readonly row: number;
  readonly languages: FilterResult['unmet'] extends (row: number) => infer Unmet ? Unmet : never;
  /** The least hours a week, where they are more. */
  readonly hours: number | undefined;
}

/** All opportunities of a sentence's task at an instant (ms), those that need least besides what was chosen first. */
export function closestRows(
  table: FacetTable,
  { task, lang, hours, answers }: Omit<Choices, 'isCurrent'>,
  locale: string,
  now: number,
): readonly Match[] {
  const state = searchFor({ task });
  const languages = searchedLanguages(lang === '' ? [] : [lang], answers ?? new Map(), locale);
  const { rows, unmet } = filterOpportunities(table, state, undefined, now, { languages });
  const { sets, rows: setOf } = table.columns.hours;
  const matches = rows.map((row): Match => {
    const { min } = readHours(sets[setOf[row] ?? -1]?.[0] ?? '');
    return { row, languages: unmet(row), hours: hours !== '' && min > Number(hours) ? min : undefined };
  });
  const missing = (match: Match) => match.languages.length + Number(match.hours !== undefined);
  return matches.toSorted((a, b) => missing(a) - missing(b));
}

/**
 * Fills the list, and returns the numbers of `countFound`; where its files can't be loaded, none, and the list is emptied.
 * Undefined where the sentence has become another.
 */
export async function showMatches(
  place: HTMLElement,
  source: FinderSource,
  choices: Choices,
): Promise<Partial<ReturnType<typeof countFound>> | undefined> {
  const { cards, strings, show } = listIn(place, source);
  const now = Date.now();
  try {
    const [table, ofRows] = await Promise.all([cards.table(), strings()]);
    const matches = closestRows(table, choices, source.locale, now).slice(0, matchesShown);
    const found = await Promise.all(matches.map(({ row }) => cards.card(row)));
    if (!choices.isCurrent()) return undefined;
    const { t, names } = readRowStrings(ofRows, source.locale);
    const tasks = choices.task === '' ? [] : [choices.task];
    const rows = found.map((card, place) => {
      const { languages = [], hours } = matches[place] ?? {};
      const needs = languages.length > 0 || hours !== undefined;
      return element(OpportunityRow, {
        key: card.id,
        card: cardAt(card, now),
        t,
        names,
        summary: undefined,
        facts: rowFacts(t, names, card, tasks),
        later: null,
        children:
          needs && element('p', { className: 'search-needs' }, needsText(t, names, { languages, hours })),
      });
    });
    show(rows);
    return countFound(table, choices, now);
  } catch {
    if (!choices.isCurrent()) return undefined;
    show([]);
    return {};
  }
}
