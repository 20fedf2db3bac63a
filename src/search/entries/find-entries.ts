/**
 * Finds entries other than opportunities by words: whole words, their other forms, prefixes, and corrections of unknown
 * words. The query was looked up among the opportunities before, and is interpreted in the same way. Pure, shared with
 * the browser.
 */
import { bestFirst, entryShares } from '../ranking';
import { findCorrections } from '../query/corrections';
import type { EntryIndex } from './entry-index';
import type { EntryResult } from './entries-file';
import type { FacetId } from '../facets/search-address';
import type { CorrectedTerm, SynonymMatch } from '../terms/find-opportunities.client';
import { stemWord } from '../words/stem-word';
import { foldWord, indexWords, parseSearchQuery } from '../words/query-terms';
import { searchWords } from '../words/spelling';

/** The minimum length of a prefix. */
const minPrefixLength = 3;
/**
 * Terms in more than this many entries, and this share, are not required: they are common words such as "for" or "the".
 */
const common = { entries: 5, share: 1 / 6 } as const;

/** The query, with its interpretation among the opportunities. */
export interface EntryQuery {
  readonly words: string;
  readonly exact: boolean;
  readonly corrected: readonly CorrectedTerm[];
  readonly missing: readonly string[];
  readonly synonymMatches: readonly SynonymMatch[];
  /** The name of a vocabulary's term. */
  readonly nameOf: (facet: FacetId, value: string) => string;
}

interface EntryResults {
  /** Best first. */
  readonly entries: readonly EntryResult[];
  /** Words found instead of the typed ones, in their spelling, where the opportunities' results don't show them. */
  readonly replacements: readonly string[];
}

/** Scores by an entry's number. */
type Scores = ReadonlyMap<number, number>;

/** Scores all entries with a word in any form, or with this prefix. */
function scoreWord({ dictionary, stems, places, locale }: EntryIndex, typed: string): Map<number, number> {
  const stem = stemWord(locale, typed);
  const scores = new Map<number, number>();
  dictionary.words.forEach((word, place) => {
    const isPrefix = typed.length >= minPrefixLength && word.startsWith(typed);
    const value =
      word === typed ? 1 : stems[place] === stem ? entryShares.form : isPrefix ? entryShares.prefix : 0;
    if (value === 0) return;
    for (const [entry, weight] of places[place] ?? [])
      scores.set(entry, Math.max(scores.get(entry) ?? 0, weight * value));
  });
  return scores;
}

/** The same for several alternative words. */
function scoreWords(index: EntryIndex, words: readonly string[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const word of words) {
    for (const [entry, score] of scoreWord(index, foldWord(word)))
      scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
  }
  return scores;
}

interface TermMatch {
  readonly scores: Scores;
  readonly replacements: readonly string[];
}

/** Matches a term; where neither an entry nor an opportunity has it, its corrections. */
function matchTerm(index: EntryIndex, term: string, { corrected, missing, exact }: EntryQuery): TermMatch {
  const scores = scoreWord(index, foldWord(term));
  const correction = corrected.find(({ typed, isAdded }) => typed === term && !isAdded);
  if (scores.size > 0 || exact || !(correction || missing.includes(term)))
    return { scores, replacements: [] };
  const scoresAsThere = scoreWords(index, correction?.words ?? []);
  if (scoresAsThere.size > 0) return { scores: scoresAsThere, replacements: [] };
  const spellings = findCorrections(index.dictionary, term, index.locale).map(({ spelling }) => spelling);
  return { scores: scoreWords(index, spellings), replacements: spellings };
}

/** Entries with all rare terms; where all terms are common, with all of them. */
function combine(index: EntryIndex, terms: readonly Scores[]): Map<number, number> {
  const size = index.entries.length;
  const rare = terms.filter((scores) => scores.size <= Math.max(common.entries, size * common.share));
  const [first = new Map<number, number>(), ...others] = rare.length > 0 ? rare : terms;
  const found = new Map<number, number>();
  for (const entry of first.keys()) {
    if (!others.every((scores) => scores.has(entry))) continue;
    const score = terms.reduce(
      (sum, scores) => sum + (scores.get(entry) ?? 0) * Math.log1p(size / Math.max(1, scores.size)),
      0,
    );
    found.set(entry, score);
  }
  return found;
}

/** True if an entry has these words in sequence. */
function hasPhrase({ title, summary, words }: EntryResult, phrase: string): boolean {
  return [title, summary, words].some((text) =>
    ` ${indexWords(searchWords(text)).join(' ')} `.includes(` ${phrase} `),
  );
}

/** The variants of the query: as typed, and with names in place of synonyms. */
function queryVariants(terms: readonly string[], { synonymMatches, exact, nameOf }: EntryQuery): string[][] {
  const typed = terms.join(' ');
  const others = exact
    ? []
    : synonymMatches.flatMap((part) =>
        part.targets.map(({ term, words = '' }) =>
          typed.replace(part.typed, () => (term ? nameOf(term.facet, term.value) : words)),
        ),
      );
  return [[...terms], ...others.map((reading) => [...parseSearchQuery(reading).terms])];
}

/** Finds entries. A query without a letter or digit finds none. */
export function findEntries(index: EntryIndex, query: EntryQuery): EntryResults {
  const { text, terms } = parseSearchQuery(query.words);
  if (terms.length === 0) {
    const phrase = indexWords(text).join(' ');
    return {
      entries: phrase === '' ? [] : index.entries.filter((entry) => hasPhrase(entry, phrase)),
      replacements: [],
    };
  }
  const best = new Map<number, number>();
  const replacements = new Set<string>();
  for (const reading of queryVariants(terms, query)) {
    const read = reading.map((term) => matchTerm(index, term, query));
    const scores = read.map((term) => term.scores);
    const found = combine(index, scores);
    for (const [entry, score] of found) best.set(entry, Math.max(best.get(entry) ?? 0, score));
    if (found.size > 0) for (const word of read.flatMap((term) => term.replacements)) replacements.add(word);
  }
  return {
    entries: bestFirst(best).flatMap((entry) => index.entries[entry] ?? []),
    replacements: [...replacements],
  };
}
