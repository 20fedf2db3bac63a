/** Interprets the words of a search. Pure. */
import type { Correction } from './corrections';
import type { SynonymTarget, SynonymSpan } from './synonyms';

/** The maximum number of interpretations, and of queries for each. */
const maxInterpretations = 8;
const maxQueries = 12;

/** A resolved term, as `resolveTerms` returns it. */
export interface InterpretableTerm {
  readonly term: string;
  readonly senses: readonly (readonly string[])[];
  readonly corrections: readonly Correction[];
  readonly isKnown: boolean;
}

/** One interpretation of all words of a search. */
export interface QueryInterpretation {
  /** For each term the alternative words to look up. */
  readonly words: readonly (readonly string[])[];
  /** Terms of the vocabularies that results must have. */
  readonly synonyms: readonly { readonly typed: string; readonly target: SynonymTarget }[];
  readonly corrected: readonly { readonly typed: string; readonly correction: Correction }[];
}

type Part = readonly QueryInterpretation[];

const asLiteral = (words: readonly string[]): QueryInterpretation => ({
  words: [words],
  synonyms: [],
  corrected: [],
});

/** A term in each of its senses, and its corrections where it isn't a word of the index. */
function interpretTerm({ term, senses, corrections, isKnown }: InterpretableTerm): Part {
  const typed = senses.map(asLiteral);
  if (isKnown) return typed;
  const asCorrected = corrections.map((correction) => ({
    words: [[correction.word]],
    synonyms: [],
    corrected: [{ typed: term, correction }],
  }));
  return [...typed, ...asCorrected];
}

function interpretSpan({ from, to, typed, targets }: SynonymSpan, terms: readonly InterpretableTerm[]): Part {
  // A phrase with synonyms isn't corrected.
  const asTyped = terms.slice(from, to).flatMap(({ senses }) => senses.slice(0, 1));
  const literal = asTyped.length === to - from ? [{ words: asTyped, synonyms: [], corrected: [] }] : [];
  const asSynonyms = targets.map((target): QueryInterpretation => ({
    words: target.words === undefined ? [] : [[target.words]],
    synonyms: [{ typed, target }],
    corrected: [],
  }));
  return [...literal, ...asSynonyms];
}

function combineParts(parts: readonly Part[]): QueryInterpretation[] {
  let interpretations: QueryInterpretation[] = [{ words: [], synonyms: [], corrected: [] }];
  for (const part of parts) {
    const room = Math.max(1, Math.floor(maxInterpretations / interpretations.length));
    interpretations = part.slice(0, room).flatMap((one) =>
      interpretations.map((before) => ({
        words: [...before.words, ...one.words],
        synonyms: [...before.synonyms, ...one.synonyms],
        corrected: [...before.corrected, ...one.corrected],
      })),
    );
  }
  return interpretations;
}

/** Interprets the terms of a search, as typed first; none if a term is unknown and has no corrections. */
export function interpretQuery(
  terms: readonly InterpretableTerm[],
  spans: readonly SynonymSpan[],
): QueryInterpretation[] {
  const parts: Part[] = [];
  for (let place = 0; place < terms.length; place++) {
    const span = spans.find(({ from }) => from === place);
    const term = terms[place];
    if (span) {
      parts.push(interpretSpan(span, terms));
      place = span.to - 1;
    } else if (term) parts.push(interpretTerm(term));
  }
  return combineParts(parts);
}

/**
 * Interpretations with one known but rare term corrected, shown after the typed ones. None where a word of the search
 * has synonyms.
 */
export function interpretRareTerms(
  terms: readonly InterpretableTerm[],
  spans: readonly SynonymSpan[],
): QueryInterpretation[] {
  if (spans.length > 0 || terms.some(({ isKnown }) => !isKnown)) return [];
  return terms
    .flatMap((term, place) =>
      term.corrections.map((correction): QueryInterpretation => ({
        words: terms.map(({ senses }, other) => (other === place ? [correction.word] : (senses[0] ?? []))),
        synonyms: [],
        corrected: [{ typed: term.term, correction }],
      })),
    )
    .slice(0, maxInterpretations);
}

/**
 * The queries that together find an interpretation's words, at most twelve: `[['water'], ['pump', 'pumps']] -> ['water
 * pump', 'water pumps']`. None where a term has no word.
 */
export function expandQueries(words: QueryInterpretation['words']): string[] {
  let queries: string[][] = [[]];
  for (const some of words) {
    const room = Math.max(1, Math.floor(maxQueries / queries.length));
    queries = some.slice(0, room).flatMap((word) => queries.map((query) => [...query, word]));
  }
  return queries.map((query) => query.join(' '));
}

/** Merges lists by taking an item of each in turn: `[[1, 2, 3], [4, 3]] -> [1, 4, 2, 3]` */
export function interleave(lists: readonly (readonly number[])[]): number[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const all = new Set<number>();
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const row = list[place];
      if (row !== undefined) all.add(row);
    }
  }
  return [...all];
}

/**
 * The same, but first the items of all lists, in the order of the first list, of which only `exactCount` items count:
 * `[[1, 2, 3], [4, 3]] -> [3, 1, 4, 2]`
 */
export function mergeAgreedFirst(lists: readonly (readonly number[])[], sure = Infinity): number[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  const agreed =
    others.length === 0 ? [] : first.slice(0, sure).filter((row) => sets.every((rows) => rows.has(row)));
  return [...new Set([...agreed, ...interleave(lists)])];
}
