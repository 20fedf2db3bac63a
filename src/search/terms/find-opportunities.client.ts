/** Finds the opportunities for a query in the terms of its language, and says how it understood the query. */
import type { FacetTable } from '../facets/facet-columns';
import { rowsWithValue } from '../facets/filter-opportunities';
import type { Dictionary } from '../query/dictionary';
import { findSynonymSpans, type Synonyms, type SynonymSpan, type SynonymTarget } from '../query/synonyms';
import { relevance } from '../ranking';
import { resultsPerPage } from '../ranking';
import type { LanguageRules } from '../words/load-language';
import { foldWord } from '../words/query-terms';
import type { Terms } from './open-terms.client';
import { findPhrases } from './find-phrases.client';
import { parseQuery, type TypedWord } from './parse-query';
import { rankRows, type Neighbours, type RankedRow, type RankedWord, type ResultGroup } from './rank-rows';
import { resolveWord, saturate, strengthsOf, type ResolvedWord } from './resolve-words.client';
import { tokenize, type Token } from './tokenize';

/** A value or a function word that more than this share of the opportunities have says little. */
const largestShare = 0.5;

interface FindSources {
  readonly locale: string;
  readonly terms: Terms;
  readonly table: FacetTable;
  readonly dictionary: () => Promise<Dictionary>;
  readonly synonyms: () => Promise<Synonyms>;
  /** The same, with the names of terms in other languages. */
  readonly names: () => Promise<Synonyms>;
}

/** A typed word, and the words that were found instead or in addition. */
export interface CorrectedTerm {
  readonly typed: string;
  /** In their spelling, likeliest first. */
  readonly words: readonly string[];
  /** True if the typed word has results too. */
  readonly isAdded: boolean;
}

/** A typed phrase, and the terms that it is a synonym of. */
export interface SynonymMatch {
  readonly typed: string;
  readonly targets: readonly SynonymTarget[];
}

/** The result of a query. */
export interface Lookup {
  /** Rows of the columns, best first. */
  readonly rows: readonly number[];
  /** The score of each row: rows with the same one are in the order of their age. */
  readonly scores: ReadonlyMap<number, number>;
  /** How much of the query each row has. */
  readonly groups: ReadonlyMap<number, ResultGroup>;
  /** Where no row has all words: those that the best one has. */
  readonly used: readonly string[];
  /** Words that no opportunity has. */
  readonly missing: readonly string[];
  /** True where no opportunity has the phrases in quotation marks: results have their words apart. */
  readonly lacksPhrases: boolean;
  readonly corrected: readonly CorrectedTerm[];
  readonly synonymMatches: readonly SynonymMatch[];
  /** Words beside rare ones, in their spelling, that the first results have. */
  readonly related: readonly string[];
  /** The tokens of the typed words and of those found instead, to mark them in texts. */
  readonly marked: readonly Token[];
}

export const emptyLookup: Lookup = {
  rows: [],
  scores: new Map(),
  groups: new Map(),
  used: [],
  missing: [],
  lacksPhrases: false,
  corrected: [],
  synonymMatches: [],
  related: [],
  marked: [],
};

/** All words where each is a function word, as in a title. */
function contentWords(words: readonly TypedWord[], { isFunctionWord }: LanguageRules): readonly TypedWord[] {
  const kept = words.filter(({ token }) => !isFunctionWord(token.folded));
  const unique = new Map((kept.length > 0 ? kept : words).map((word) => [word.token.folded, word]));
  return [...unique.values()];
}

/** Longer queries are questions, whose function words say nothing. */
const mostWordsWithFunction = 3;

/** Words of longer queries stand side by side by chance. */
const mostWordsWithNeighbours = 3;

/** The function words of a short query. They needn't be there, unless it is one of two words, and seldom in texts. */
async function functionWordsOf(
  all: readonly TypedWord[],
  content: readonly TypedWord[],
  terms: Terms,
): Promise<RankedWord[]> {
  if (all.length > mostWordsWithFunction) return [];
  const others = all.filter(({ token }) => content.every((word) => word.token.folded !== token.folded));
  return Promise.all(
    others.map(async ({ token }) => {
      const strengths = await strengthsOf(terms, token, true);
      const isTelling = all.length === 2 && strengths.size <= largestShare * terms.size;
      return { strengths, documents: strengths.size, isOptional: !isTelling };
    }),
  );
}

/** The opportunities that a phrase stands for: filed under a value, or with other words. */
async function strengthsOfSpan(
  { targets }: SynonymSpan,
  hasLiteral: boolean,
  { terms, table }: FindSources,
): Promise<Map<number, number>> {
  const strengths = new Map<number, number>();
  const add = (serial: number, strength: number) =>
    strengths.set(serial, Math.max(strength, strengths.get(serial) ?? 0));
  for (const { term, words } of targets) {
    if (term && term.facet !== 'status') {
      const rows = rowsWithValue(table, term.facet, term.value);
      if (hasLiteral && rows.length > largestShare * table.size) continue;
      const weight = saturate(relevance.field.filed);
      // Those with it as their main value come first.
      rows.forEach((row, place) => add(table.size - 1 - row, weight * (1 - place / (10 * rows.length))));
    }
    if (words !== undefined) {
      const each = await Promise.all(tokenize(words).map((token) => strengthsOf(terms, token, false)));
      const [first, ...others] = each;
      for (const [serial, strength] of first ?? []) {
        if (others.every((some) => some.has(serial))) add(serial, relevance.synonym * strength);
      }
    }
  }
  return strengths;
}

/** Merges words that stand for something together with what they stand for: what is both comes first. */
function withSpan(words: readonly ResolvedWord[], strengths: ReadonlyMap<number, number>): ResolvedWord {
  const merged = new Map(strengths);
  const [first, ...others] = words;
  for (const [serial, strength] of first?.strengths ?? []) {
    const all = others.map((word) => word.strengths.get(serial) ?? 0);
    if (all.includes(0)) continue;
    merged.set(serial, Math.min(strength, ...all) + (strengths.has(serial) ? relevance.field.filed / 2 : 0));
  }
  return {
    typed: words.map(({ typed }) => typed).join(' '),
    strengths: merged,
    // A synonym that many opportunities have must not make the word count less.
    documents: Math.min(...words.map(({ documents }) => documents)) || merged.size,
    corrections: words.flatMap(({ corrections }) => corrections),
    isKnown: words.every(({ isKnown }) => isKnown),
    relatedWords: [],
  };
}

interface Interpreted {
  readonly words: readonly ResolvedWord[];
  readonly spans: readonly SynonymSpan[];
}

/** Resolves the words, and what phrases of them stand for. */
async function interpret(
  words: readonly TypedWord[],
  exact: boolean,
  sources: FindSources,
): Promise<Interpreted> {
  const { terms, locale, dictionary } = sources;
  const typed = words.map((word) => word.typed);
  const resolve = (spans: readonly SynonymSpan[]) =>
    Promise.all(
      words.map((word, place) =>
        resolveWord(terms, word, {
          locale,
          exact,
          dictionary,
          count: words.length,
          isLast: place === words.length - 1,
          hasSynonym: spans.some(({ from, to }) => from <= place && place < to),
        }),
      ),
    );
  if (exact) return { words: await resolve([]), spans: [] };
  const spans = findSynonymSpans(await sources.synonyms(), typed);
  const resolved = await resolve(spans);
  const isFree = (place: number) => !spans.some(({ from, to }) => from <= place && place < to);
  // Words of another language are unknown in this one.
  if (!resolved.some(({ isKnown }, place) => !isKnown && isFree(place))) return { words: resolved, spans };
  const withNames = findSynonymSpans(await sources.names(), typed);
  return { words: await resolve(withNames), spans: withNames };
}

/** Merges the words of each span with what it stands for. */
async function mergeSpans({ words, spans }: Interpreted, sources: FindSources): Promise<ResolvedWord[]> {
  const merged: ResolvedWord[] = [];
  for (let place = 0; place < words.length; place++) {
    const span = spans.find(({ from }) => from === place);
    const word = words[place];
    if (span) {
      const literal = words.slice(place, span.to);
      const hasLiteral = literal.every(({ strengths }) => strengths.size > 0);
      merged.push(withSpan(literal, await strengthsOfSpan(span, hasLiteral, sources)));
      place = span.to - 1;
    } else if (word) merged.push(word);
  }
  return merged;
}

/** Which opportunities have neighbouring words of the query side by side. */
async function findNeighbours(words: readonly ResolvedWord[], { terms }: FindSources): Promise<Neighbours[]> {
  if (words.length > mostWordsWithNeighbours) return [];
  return Promise.all(
    words.slice(1).map(async (next, place) => {
      const before = words[place];
      const isFound = before?.stem !== undefined && next.stem !== undefined;
      return {
        documents: [before?.documents ?? 0, next.documents] as const,
        serials: isFound ? await terms.findPair(before.stem, next.stem) : new Set<number>(),
      };
    }),
  );
}

/** Finds opportunities, best first. With `exact` only those with all words as typed. Rejects as the sources do. */
export async function findOpportunities(text: string, exact: boolean, sources: FindSources): Promise<Lookup> {
  const { terms } = sources;
  const parsed = parseQuery(text);
  const typed = contentWords(parsed.words, terms.language);
  const interpreted = await interpret(typed, exact, sources);
  const words = await mergeSpans(interpreted, sources);
  const missing = words.filter(({ strengths }) => strengths.size === 0).map((word) => word.typed);
  const functionWords = exact ? [] : await functionWordsOf(parsed.words, typed, terms);
  const excluded = await Promise.all(parsed.excluded.map((token) => strengthsOf(terms, token)));
  const having = parsed.phrases.length > 0 ? await findPhrases(parsed.phrases, terms) : undefined;
  const lacksPhrases = having?.size === 0;
  const found = [...words, ...functionWords].filter(
    ({ strengths, related }) => strengths.size > 0 || (related?.size ?? 0) > 0,
  );
  const options = {
    neighbours: await findNeighbours(interpreted.words, sources),
    excluded: new Set(excluded.flatMap((some) => [...some.keys()])),
    among: lacksPhrases && !exact ? undefined : having,
  };
  const ranked = rankRows(found, terms.size, options).filter(
    ({ group }) => !exact || (group === 'all' && missing.length === 0),
  );
  const [first] = ranked;
  const firstResults = ranked.slice(0, resultsPerPage);
  const related = words
    .flatMap(({ relatedWords }) => relatedWords)
    .filter(({ strengths }) => firstResults.some(({ serial }) => strengths.has(serial)));
  const rowOf = ({ serial }: RankedRow) => terms.size - 1 - serial;
  return {
    rows: ranked.map(rowOf),
    scores: new Map(ranked.map((row) => [rowOf(row), row.score])),
    // Where a word is nowhere, no result has all words.
    groups: new Map(
      ranked.map((row) => [rowOf(row), missing.length > 0 && row.group === 'all' ? 'most' : row.group]),
    ),
    used:
      first === undefined || (first.group === 'all' && missing.length === 0)
        ? []
        : words.filter(({ strengths }) => strengths.has(first.serial)).map((word) => word.typed),
    missing,
    lacksPhrases,
    corrected: words.flatMap(({ typed: word, corrections, isKnown }) =>
      corrections.length > 0
        ? [{ typed: word, words: corrections.map(({ spelling }) => spelling), isAdded: isKnown }]
        : [],
    ),
    synonymMatches: interpreted.spans,
    related: related.map(({ spelling }) => spelling),
    marked: [
      ...typed.map(({ token }) => token),
      ...words.flatMap(({ corrections }) =>
        corrections.map(({ word, spelling }) => ({ spelled: spelling, folded: word })),
      ),
      ...related.map(({ spelling }) => ({ spelled: spelling, folded: foldWord(spelling) })),
    ],
  };
}
