/** Looks the words of a search up in the index, in all the ways that they can be read. */
import { valuesOf, type FacetTable } from '../facets/columns';
import type { Dictionary } from './dictionary';
import { rowsUnder } from '../facets/facets';
import { spansOf, type SynonymGroup, type Synonyms } from './meanings';
import type { Index, PagefindResult } from './pagefind.client';
import { formMark, weigh } from './ranking';
import { rememberSearches } from './remember-searches';
import {
  agreedFirst,
  fewReadingsOf,
  interleave,
  queriesOf,
  readingsOf,
  type QueryInterpretation,
} from './readings';
import { resolveTerms } from './resolve-terms.client';
import { foldWord, readQuery } from '../words/terms';

/** Fewer results than these are few: what was nearly typed is shown after them. */
const few = 5;

/** What was typed, and the words that were looked for instead or besides. */
export interface Corrected {
  readonly typed: string;
  /** As they are written, likeliest first. */
  readonly words: readonly string[];
  /** True where what was typed is there too, and stands first. */
  readonly isAdded: boolean;
}

/** What was typed, and the terms that it stands for. */
export interface Meant {
  readonly typed: string;
  readonly meanings: readonly SynonymGroup[];
}

/** What was found by words. */
export interface Lookup {
  /** Rows, best first. */
  readonly rows: readonly number[];
  /** Ways to the texts of those that were found by a word. */
  readonly hits: ReadonlyMap<number, PagefindResult>;
  /** The words that no opportunity has. */
  readonly missing: readonly string[];
  readonly corrected: readonly Corrected[];
  readonly meant: readonly Meant[];
}

export const nothing: Lookup = { rows: [], hits: new Map(), missing: [], corrected: [], meant: [] };

/** Where words are looked up. */
export interface Sources {
  readonly locale: string;
  readonly table: FacetTable;
  readonly index: Index;
  readonly dictionary: () => Promise<Dictionary>;
  /** What words of the page's language stand for. */
  readonly meanings: () => Promise<Synonyms>;
  /** The same, with the names of terms in other languages. */
  readonly names: () => Promise<Synonyms>;
  /** The row of a result's id. */
  readonly rowOf: (id: string) => number;
  /** The visitor's instant, ms. */
  readonly now: number;
}

type Hits = Map<number, PagefindResult>;

/** Rows, best first. */
interface Ranked {
  readonly rows: readonly number[];
  /** How many of the first have every word in the form that was asked for, where that tells them from others; else all. */
  readonly sure: number;
}

/** Searches for readings. */
function searcher({ index, table, rowOf, now }: Sources) {
  /** The rows that have a word in exactly this form, where the index files it under another one too. */
  const rowsWithForm = async (word: string): Promise<ReadonlySet<number>> =>
    new Set((await index.search(`"${foldWord(word)}${formMark}"`)).map(({ id }) => rowOf(id)));

  /** Rows with all words of some searches, best first; those of several where they are best. */
  const ranked = async (queries: readonly string[], hits: Hits): Promise<Ranked> => {
    const best = new Map<number, number>();
    const exact = new Set<number>();
    const answers = await Promise.all(
      queries.map(async (query) => {
        const forms = await Promise.all(query.split(' ').map(rowsWithForm));
        // Of the frequent form of a word nothing is filed apart: it doesn't tell results from each other.
        return { results: await index.search(query), forms: forms.filter(({ size }) => size > 0) };
      }),
    );
    for (const { results, forms } of answers) {
      for (const result of results) {
        const row = rowOf(result.id);
        const form = forms.length === 0 ? 0 : forms.filter((rows) => rows.has(row)).length / forms.length;
        if (form === 1) exact.add(row);
        const score = weigh(
          result.score,
          {
            form,
            freshness: 1 - row / table.size,
            closesAt: table.closesAt[row],
            isTranslated: valuesOf(table.columns.shownIn, row).length === 0,
          },
          now,
        );
        if (score <= (best.get(row) ?? -1)) continue;
        best.set(row, score);
        hits.set(row, hits.get(row) ?? result);
      }
    }
    const rows = [...best].sort(([a, high], [b, low]) => low - high || a - b).map(([row]) => row);
    return { rows, sure: exact.size || rows.length };
  };

  /** The rows of a reading, best first. */
  return async ({ words, meanings }: QueryInterpretation, hits: Hits): Promise<Ranked> => {
    const filed = meanings.flatMap(({ meaning: { term } }) =>
      term && term.facet !== 'status' ? [rowsUnder(table, term.facet, term.value)] : [],
    );
    const asWords = words.length > 0 ? await ranked(queriesOf(words), hits) : undefined;
    const [first = [], ...others] = asWords ? [asWords.rows, ...filed] : filed;
    const sets = others.map((rows) => new Set(rows));
    const isIn = (row: number) => sets.every((rows) => rows.has(row));
    const rows = first.filter(isIn);
    return { rows, sure: first.slice(0, asWords?.sure ?? first.length).filter(isIn).length || rows.length };
  };
}

/** What of some readings was not typed, for those that found something. */
function correctedIn(readings: readonly QueryInterpretation[], isAdded: boolean): Corrected[] {
  const byTyped = new Map<string, Set<string>>();
  for (const { typed, correction } of readings.flatMap(({ corrected }) => corrected)) {
    byTyped.set(typed, (byTyped.get(typed) ?? new Set()).add(correction.spelling));
  }
  return [...byTyped].map(([typed, words]) => ({ typed, words: [...words], isAdded }));
}

function meantIn(readings: readonly QueryInterpretation[]): Meant[] {
  const byTyped = new Map<string, Set<SynonymGroup>>();
  for (const { typed, meaning } of readings.flatMap(({ meanings }) => meanings)) {
    byTyped.set(typed, (byTyped.get(typed) ?? new Set()).add(meaning));
  }
  return [...byTyped].map(([typed, meanings]) => ({ typed, meanings: [...meanings] }));
}

interface Found extends Ranked {
  readonly reading: QueryInterpretation;
}

/** Those that found something that no earlier one did: two words of one stem find the same, in another order. */
function distinct(found: readonly Found[]): QueryInterpretation[] {
  const seen = new Set<string>();
  return found.flatMap(({ reading, rows }) => {
    const key = rows.toSorted((a, b) => a - b).join();
    if (rows.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [reading];
  });
}

/**
 * Looks words up. With `exact` only as they were typed: no typing error is assumed, and nothing that they stand for.
 * Rejects with what the sources reject with.
 */
export async function lookUp(words: string, exact: boolean, sources: Sources): Promise<Lookup> {
  const query = readQuery(words);
  const { rowOf, dictionary, locale } = sources;
  const index = rememberSearches(sources.index);
  if (query.text === '') return nothing;
  const hits: Hits = new Map();
  if (query.terms.length === 0) {
    const results = await index.search(query.text);
    for (const result of results) hits.set(rowOf(result.id), result);
    return { ...nothing, rows: [...hits.keys()], hits };
  }
  let spans = exact ? [] : spansOf(await sources.meanings(), query.terms);
  const isMeant = (place: number) => spans.some(({ from, to }) => from <= place && place < to);
  const resolved = await resolveTerms(index, dictionary, query.terms, { locale, isMeant });
  // Words of another language are unknown in this one, or rare.
  if (!exact && resolved.some(({ isRare }) => isRare)) spans = spansOf(await sources.names(), query.terms);
  const terms = exact ? resolved.map((term) => ({ ...term, corrections: [] })) : resolved;
  const search = searcher({ ...sources, index });
  const find = (readings: readonly QueryInterpretation[]) =>
    Promise.all(
      readings.map(async (reading): Promise<Found> => ({ reading, ...(await search(reading, hits)) })),
    );

  const found = await find(readingsOf(terms, spans));
  const some = found.filter(({ rows }) => rows.length > 0);
  const lists = some.map(({ rows }) => rows);
  const first = spans.length > 0 ? agreedFirst(lists, some[0]?.sure) : interleave(lists);
  const more = first.length < few ? await find(fewReadingsOf(terms, spans)) : [];
  const known = new Set(first);
  const added = interleave(more.map(({ rows }) => rows)).filter((row) => !known.has(row));
  const readings = distinct(found);
  const isBeside = readings.some(({ corrected }) => corrected.length === 0);
  return {
    rows: [...first, ...added],
    hits,
    missing: terms
      .filter(({ senses, corrections }, place) => senses.length + corrections.length === 0 && !isMeant(place))
      .map(({ term }) => term),
    corrected: [
      ...correctedIn(readings, isBeside),
      ...(added.length > 0 ? correctedIn(distinct(more), true) : []),
    ],
    meant: meantIn(readings),
  };
}
