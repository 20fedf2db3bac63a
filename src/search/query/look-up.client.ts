/** Looks a query up in the index, in all its interpretations. */
import { rowValues, type FacetTable } from '../facets/facet-columns';
import type { Dictionary } from './dictionary';
import { rowsWithValue } from '../facets/filter-opportunities';
import { findSynonymSpans, type SynonymTarget, type Synonyms } from './synonyms';
import type { PagefindIndex, PagefindResult } from './pagefind.client';
import { bestFirst, boostScore, fewResults, formMark } from '../ranking';
import { cacheSearches } from './cache-searches';
import {
  mergeAgreedFirst,
  interpretRareTerms,
  interleave,
  expandQueries,
  interpretQuery,
  type QueryInterpretation,
} from './query-interpretations';
import { resolveTerms } from './resolve-terms.client';
import { foldWord, parseSearchQuery } from '../words/query-terms';

/** A typed term, and the words found instead or in addition. */
export interface CorrectedTerm {
  readonly typed: string;
  /** In their spelling, likeliest first. */
  readonly words: readonly string[];
  /** True if the typed term has results too, which come first. */
  readonly isAdded: boolean;
}

/** A typed phrase, and the terms that it is a synonym of. */
export interface SynonymMatch {
  readonly typed: string;
  readonly targets: readonly SynonymTarget[];
}

/** The result of a lookup. */
export interface Lookup {
  /** Rows, best first. */
  readonly rows: readonly number[];
  /** Access to the texts of rows that were found by a word. */
  readonly hits: ReadonlyMap<number, PagefindResult>;
  /** Words that no opportunity has. */
  readonly missing: readonly string[];
  readonly corrected: readonly CorrectedTerm[];
  readonly synonymMatches: readonly SynonymMatch[];
}

export const emptyLookup: Lookup = {
  rows: [],
  hits: new Map(),
  missing: [],
  corrected: [],
  synonymMatches: [],
};

/** The data for a lookup. */
export interface LookupSources {
  readonly locale: string;
  readonly table: FacetTable;
  readonly index: PagefindIndex;
  readonly dictionary: () => Promise<Dictionary>;
  /** Synonyms in the page's language. */
  readonly synonyms: () => Promise<Synonyms>;
  /** The same, with the names of terms in other languages. */
  readonly names: () => Promise<Synonyms>;
  /** The row of a result's id. */
  readonly rowOf: (id: string) => number;
  /** The current instant on the device, ms. */
  readonly now: number;
}

type Hits = Map<number, PagefindResult>;

/** Rows, best first. */
interface RankedRows {
  readonly rows: readonly number[];
  /** The number of first rows with every word in its requested form, where that distinguishes them; else all. */
  readonly exactCount: number;
}

/** Creates the function that searches for an interpretation. */
function createSearcher({ index, table, rowOf, now }: LookupSources) {
  /** The rows with a word in exactly this form, where the index also stores it unstemmed. */
  const rowsWithForm = async (word: string): Promise<ReadonlySet<number>> =>
    new Set((await index.search(`"${foldWord(word)}${formMark}"`)).map(({ id }) => rowOf(id)));

  /** The rows with all words of some queries, best first; a row of several queries has its best score. */
  const ranked = async (queries: readonly string[], hits: Hits): Promise<RankedRows> => {
    const best = new Map<number, number>();
    const exact = new Set<number>();
    const answers = await Promise.all(
      queries.map(async (query) => {
        const forms = await Promise.all(query.split(' ').map(rowsWithForm));
        // The most frequent form of a word isn't stored unstemmed: it doesn't distinguish results.
        return { results: await index.search(query), forms: forms.filter(({ size }) => size > 0) };
      }),
    );
    for (const { results, forms } of answers) {
      for (const result of results) {
        const row = rowOf(result.id);
        const form = forms.length === 0 ? 0 : forms.filter((rows) => rows.has(row)).length / forms.length;
        if (form === 1) exact.add(row);
        const score = boostScore(
          result.score,
          {
            form,
            freshness: 1 - row / table.size,
            closesAt: table.closesAt[row],
            isTranslated: rowValues(table.columns.shownIn, row).length === 0,
          },
          now,
        );
        if (score <= (best.get(row) ?? -1)) continue;
        best.set(row, score);
        hits.set(row, hits.get(row) ?? result);
      }
    }
    const rows = bestFirst(best);
    return { rows, exactCount: exact.size || rows.length };
  };

  /** The rows of an interpretation, best first. */
  return async ({ words, synonyms }: QueryInterpretation, hits: Hits): Promise<RankedRows> => {
    const filed = synonyms.flatMap(({ target: { term } }) =>
      term && term.facet !== 'status' ? [rowsWithValue(table, term.facet, term.value)] : [],
    );
    const asWords = words.length > 0 ? await ranked(expandQueries(words), hits) : undefined;
    const [first = [], ...others] = asWords ? [asWords.rows, ...filed] : filed;
    const sets = others.map((rows) => new Set(rows));
    const isIn = (row: number) => sets.every((rows) => rows.has(row));
    const rows = first.filter(isIn);
    return {
      rows,
      exactCount: first.slice(0, asWords?.exactCount ?? first.length).filter(isIn).length || rows.length,
    };
  };
}

/** The corrections in interpretations that have results. */
function collectCorrections(
  interpretations: readonly QueryInterpretation[],
  isAdded: boolean,
): CorrectedTerm[] {
  const byTyped = new Map<string, Set<string>>();
  for (const { typed, correction } of interpretations.flatMap(({ corrected }) => corrected)) {
    byTyped.set(typed, (byTyped.get(typed) ?? new Set()).add(correction.spelling));
  }
  return [...byTyped].map(([typed, words]) => ({ typed, words: [...words], isAdded }));
}

function collectSynonyms(interpretations: readonly QueryInterpretation[]): SynonymMatch[] {
  const byTyped = new Map<string, Set<SynonymTarget>>();
  for (const { typed, target } of interpretations.flatMap(({ synonyms }) => synonyms)) {
    byTyped.set(typed, (byTyped.get(typed) ?? new Set()).add(target));
  }
  return [...byTyped].map(([typed, targets]) => ({ typed, targets: [...targets] }));
}

interface InterpretationResult extends RankedRows {
  readonly interpretation: QueryInterpretation;
}

/** Interpretations with results that no earlier one has: two words of one stem find the same, in another order. */
function withDistinctRows(found: readonly InterpretationResult[]): QueryInterpretation[] {
  const seen = new Set<string>();
  return found.flatMap(({ interpretation, rows }) => {
    const key = rows.toSorted((a, b) => a - b).join();
    if (rows.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [interpretation];
  });
}

/** Looks words up. With `exact` only as typed, without corrections and synonyms. Rejects as the sources do. */
export async function lookUp(words: string, exact: boolean, sources: LookupSources): Promise<Lookup> {
  const query = parseSearchQuery(words);
  const { rowOf, dictionary, locale } = sources;
  const index = cacheSearches(sources.index);
  if (query.text === '') return emptyLookup;
  const hits: Hits = new Map();
  if (query.terms.length === 0) {
    const results = await index.search(query.text);
    for (const result of results) hits.set(rowOf(result.id), result);
    return { ...emptyLookup, rows: [...hits.keys()], hits };
  }
  let spans = exact ? [] : findSynonymSpans(await sources.synonyms(), query.terms);
  const hasSynonym = (place: number) => spans.some(({ from, to }) => from <= place && place < to);
  const resolved = await resolveTerms(index, dictionary, query.terms, { locale, hasSynonym });
  // Words of another language are unknown or rare in this one.
  if (!exact && resolved.some(({ isRare }) => isRare))
    spans = findSynonymSpans(await sources.names(), query.terms);
  const terms = exact ? resolved.map((term) => ({ ...term, corrections: [] })) : resolved;
  const search = createSearcher({ ...sources, index });
  const find = (interpretations: readonly QueryInterpretation[]) =>
    Promise.all(
      interpretations.map(async (interpretation): Promise<InterpretationResult> => ({
        interpretation,
        ...(await search(interpretation, hits)),
      })),
    );

  const found = await find(interpretQuery(terms, spans));
  const some = found.filter(({ rows }) => rows.length > 0);
  const lists = some.map(({ rows }) => rows);
  const first = spans.length > 0 ? mergeAgreedFirst(lists, some[0]?.exactCount) : interleave(lists);
  const more = first.length < fewResults ? await find(interpretRareTerms(terms, spans)) : [];
  const known = new Set(first);
  const added = interleave(more.map(({ rows }) => rows)).filter((row) => !known.has(row));
  const interpretations = withDistinctRows(found);
  const isAddition = interpretations.some(({ corrected }) => corrected.length === 0);
  return {
    rows: [...first, ...added],
    hits,
    missing: terms
      .filter(
        ({ senses, corrections }, place) => senses.length + corrections.length === 0 && !hasSynonym(place),
      )
      .map(({ term }) => term),
    corrected: [
      ...collectCorrections(interpretations, isAddition),
      ...(added.length > 0 ? collectCorrections(withDistinctRows(more), true) : []),
    ],
    synonymMatches: collectSynonyms(interpretations),
  };
}
