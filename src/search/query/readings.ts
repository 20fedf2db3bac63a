/** The ways in which the words of a search can be read. Pure. */
import type { Correction } from './corrections';
import type { SynonymGroup, Span } from './meanings';

/** Readings that are looked up, at most, and searches that one is made of. */
const mostReadings = 8;
const mostQueries = 12;

/** A term with what it stands for, as `resolveTerms` finds it. */
export interface InterpretableVocabulary {
  readonly term: string;
  readonly senses: readonly (readonly string[])[];
  readonly corrections: readonly Correction[];
  readonly isThere: boolean;
}

/** One way to read all words of a search. */
export interface QueryInterpretation {
  /** For each term that is looked up the words that it can be. */
  readonly words: readonly (readonly string[])[];
  /** Terms of the vocabularies that results are filed under. */
  readonly meanings: readonly { readonly typed: string; readonly meaning: SynonymGroup }[];
  readonly corrected: readonly { readonly typed: string; readonly correction: Correction }[];
}

type Part = readonly QueryInterpretation[];

const literally = (words: readonly string[]): QueryInterpretation => ({
  words: [words],
  meanings: [],
  corrected: [],
});

/** In each of its senses, and as it was probably meant where it isn't a word of the index. */
function readTerm({ term, senses, corrections, isThere }: InterpretableVocabulary): Part {
  const typed = senses.map(literally);
  if (isThere) return typed;
  const meant = corrections.map((correction) => ({
    words: [[correction.word]],
    meanings: [],
    corrected: [{ typed: term, correction }],
  }));
  return [...typed, ...meant];
}

function readSpan({ from, to, typed, meanings }: Span, terms: readonly InterpretableVocabulary[]): Part {
  // What has a meaning isn't taken for a typing error.
  const asTyped = terms.slice(from, to).flatMap(({ senses }) => senses.slice(0, 1));
  const literal = asTyped.length === to - from ? [{ words: asTyped, meanings: [], corrected: [] }] : [];
  const meant = meanings.map((meaning): QueryInterpretation => ({
    words: meaning.words === undefined ? [] : [[meaning.words]],
    meanings: [{ typed, meaning }],
    corrected: [],
  }));
  return [...literal, ...meant];
}

function combine(parts: readonly Part[]): QueryInterpretation[] {
  let readings: QueryInterpretation[] = [{ words: [], meanings: [], corrected: [] }];
  for (const part of parts) {
    const room = Math.max(1, Math.floor(mostReadings / readings.length));
    readings = part.slice(0, room).flatMap((one) =>
      readings.map((before) => ({
        words: [...before.words, ...one.words],
        meanings: [...before.meanings, ...one.meanings],
        corrected: [...before.corrected, ...one.corrected],
      })),
    );
  }
  return readings;
}

/** The readings of a search's terms, as typed first; none where a term is neither known nor near anything. */
export function readingsOf(
  terms: readonly InterpretableVocabulary[],
  spans: readonly Span[],
): QueryInterpretation[] {
  const parts: Part[] = [];
  for (let place = 0; place < terms.length; place++) {
    const span = spans.find(({ from }) => from === place);
    const term = terms[place];
    if (span) {
      parts.push(readSpan(span, terms));
      place = span.to - 1;
    } else if (term) parts.push(readTerm(term));
  }
  return combine(parts);
}

/**
 * The readings with one term corrected that is there, but in few documents: what is shown after what was typed. None
 * where a word of the search has a meaning.
 */
export function fewReadingsOf(
  terms: readonly InterpretableVocabulary[],
  spans: readonly Span[],
): QueryInterpretation[] {
  if (spans.length > 0 || terms.some(({ isThere }) => !isThere)) return [];
  return terms
    .flatMap((term, place) =>
      term.corrections.map((correction): QueryInterpretation => ({
        words: terms.map(({ senses }, other) => (other === place ? [correction.word] : (senses[0] ?? []))),
        meanings: [],
        corrected: [{ typed: term.term, correction }],
      })),
    )
    .slice(0, mostReadings);
}

/**
 * The searches that together find a reading's words, at most twelve:
 * `[['water'], ['pump', 'pumps']] -> ['water pump', 'water pumps']`. None where a term has no word.
 */
export function queriesOf(words: QueryInterpretation['words']): string[] {
  let queries: string[][] = [[]];
  for (const some of words) {
    const room = Math.max(1, Math.floor(mostQueries / queries.length));
    queries = some.slice(0, room).flatMap((word) => queries.map((query) => [...query, word]));
  }
  return queries.map((query) => query.join(' '));
}

/** One list of several, an item of each in turn: `[[1, 2, 3], [4, 3]] -> [1, 4, 2, 3]` */
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
 * The same, after what all of the lists have, in the order of the first, of which only so many count:
 * `[[1, 2, 3], [4, 3]] -> [3, 1, 4, 2]`
 */
export function agreedFirst(lists: readonly (readonly number[])[], sure = Infinity): number[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  const agreed =
    others.length === 0 ? [] : first.slice(0, sure).filter((row) => sets.every((rows) => rows.has(row)));
  return [...new Set([...agreed, ...interleave(lists)])];
}
