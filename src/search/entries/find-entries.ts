/**
 * Finds entries other than opportunities by words: whole words, their other forms and their beginnings, and what was
 * meant by a word that is nowhere. The words have been looked up among the opportunities before, and are read as they
 * were there. Pure, shared with the browser.
 */
import { corrections } from '../query/corrections';
import type { EntryIndex } from './entry-index';
import type { EntryResult } from './entries';
import type { FacetId } from '../facets/address';
import type { Corrected, Meant } from '../query/look-up.client';
import { stemOf } from '../words/stems';
import { foldWord, indexWords, readQuery } from '../words/terms';
import { searchWords } from '../words/words';

/** What a word is worth that is there in another form, or that begins so. */
const worth = { form: 0.9, beginning: 0.6 } as const;
/** The fewest letters that are taken for the beginning of a word. */
const shortestBeginning = 3;
/** What more entries have than this many, and this share, is no reason to leave the others out: it is a "for", or a "the". */
const common = { entries: 5, share: 1 / 6 } as const;

/** What is looked for, and how it was read among the opportunities. */
export interface AskedOfEntries {
  readonly words: string;
  readonly exact: boolean;
  readonly corrected: readonly Corrected[];
  readonly missing: readonly string[];
  readonly meant: readonly Meant[];
  /** What a term of the vocabularies is called. */
  readonly nameOf: (facet: FacetId, value: string) => string;
}

export interface FoundEntries {
  /** Best first. */
  readonly entries: readonly EntryResult[];
  /** Words that were looked for instead of what was typed, as they are written, where nobody has told so yet. */
  readonly instead: readonly string[];
}

/** Scores by an entry's number. */
type Scores = ReadonlyMap<number, number>;

/** Each entry with a word, in any form, or one that begins so. */
function withWord({ dictionary, stems, places, locale }: EntryIndex, typed: string): Map<number, number> {
  const stem = stemOf(locale, typed);
  const scores = new Map<number, number>();
  dictionary.words.forEach((word, place) => {
    const isBeginning = typed.length >= shortestBeginning && word.startsWith(typed);
    const value = word === typed ? 1 : stems[place] === stem ? worth.form : isBeginning ? worth.beginning : 0;
    if (value === 0) return;
    for (const [entry, weight] of places[place] ?? [])
      scores.set(entry, Math.max(scores.get(entry) ?? 0, weight * value));
  });
  return scores;
}

/** The same for several words, any of which may be meant. */
function withAny(index: EntryIndex, words: readonly string[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const word of words) {
    for (const [entry, score] of withWord(index, foldWord(word)))
      scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
  }
  return scores;
}

interface Read {
  readonly scores: Scores;
  readonly instead: readonly string[];
}

/** A term as it stands; where no entry has it, and no opportunity, as what was probably meant. */
function readTerm(index: EntryIndex, term: string, { corrected, missing, exact }: AskedOfEntries): Read {
  const scores = withWord(index, foldWord(term));
  const told = corrected.find(({ typed, isAdded }) => typed === term && !isAdded);
  if (scores.size > 0 || exact || !(told || missing.includes(term))) return { scores, instead: [] };
  const asThere = withAny(index, told?.words ?? []);
  if (asThere.size > 0) return { scores: asThere, instead: [] };
  const meant = corrections(index.dictionary, term, index.locale).map(({ spelling }) => spelling);
  return { scores: withAny(index, meant), instead: meant };
}

/** Entries that have all terms that few have; where all are common ones, all of them. */
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

/** Whether an entry has these words one after the other. */
function hasPhrase({ title, summary, words }: EntryResult, phrase: string): boolean {
  return [title, summary, words].some((text) =>
    ` ${indexWords(searchWords(text)).join(' ')} `.includes(` ${phrase} `),
  );
}

/** What the words can be: as they were typed, and with the names of what parts of them stand for. */
function readingsOf(terms: readonly string[], { meant, exact, nameOf }: AskedOfEntries): string[][] {
  const typed = terms.join(' ');
  const others = exact
    ? []
    : meant.flatMap((part) =>
        part.meanings.map(({ term, words = '' }) =>
          typed.replace(part.typed, () => (term ? nameOf(term.facet, term.value) : words)),
        ),
      );
  return [[...terms], ...others.map((reading) => [...readQuery(reading).terms])];
}

/** The entries that words find. Words without a letter or digit find none. */
export function findEntries(index: EntryIndex, asked: AskedOfEntries): FoundEntries {
  const { text, terms } = readQuery(asked.words);
  if (terms.length === 0) {
    const phrase = indexWords(text).join(' ');
    return {
      entries: phrase === '' ? [] : index.entries.filter((entry) => hasPhrase(entry, phrase)),
      instead: [],
    };
  }
  const best = new Map<number, number>();
  const instead = new Set<string>();
  for (const reading of readingsOf(terms, asked)) {
    const read = reading.map((term) => readTerm(index, term, asked));
    const scores = read.map((term) => term.scores);
    const found = combine(index, scores);
    for (const [entry, score] of found) best.set(entry, Math.max(best.get(entry) ?? 0, score));
    if (found.size > 0) for (const word of read.flatMap((term) => term.instead)) instead.add(word);
  }
  const sorted = [...best].sort(([a, high], [b, low]) => low - high || a - b);
  return { entries: sorted.flatMap(([entry]) => index.entries[entry] ?? []), instead: [...instead] };
}
