/** What the index knows of the words of a search, or what may have been meant. Pagefind itself doesn't tell. */
import { corrections, neighboursOf, type Correction } from './corrections';
import { placeOf, wordsFrom, type Dictionary } from './dictionary';
import type { Index } from './pagefind.client';
import { foldWord, indexWords } from '../words/terms';

/** Words that a beginning stands for, at most: each is a search of its own. */
const mostWords = 6;
/** Fewer documents than these are so few that the word may be a mistake. */
const few = 5;
/** A term that begins no more words than these, and has so many letters, may be a mistake as well. */
const fewBegun = 2;
const shortestMistake = 5;
/** Words of fewer letters may be the beginning of another one. */
const longWord = 4;
/** Parts of the index that are loaded for a beginning, at most. */
const mostParts = 16;

/** So many of the best are looked at for a word; they are those that will be shown. */
const looked = 5;

/** A term with what it stands for. */
export interface ResolvedTerm {
  readonly term: string;
  /** What it is, each with the words of the index that mean the same: itself, its other forms, what it begins. */
  readonly senses: readonly (readonly string[])[];
  /** What may be meant instead: where it has no sense, where it isn't a whole word, or where there are few of it. */
  readonly corrections: readonly Correction[];
  /** True where the term is a word of the index, or begins many: then corrections only add to it. */
  readonly isThere: boolean;
  /** True where it isn't there, or in few documents. */
  readonly isRare: boolean;
}

/** Whether one of the first documents that are found for a term has a word for which `fits`. */
async function isInFirst(index: Index, term: string, fits: (word: string) => boolean): Promise<boolean> {
  const first = (await index.search(term)).slice(0, looked);
  const texts = await Promise.all(first.map((result) => result.data()));
  return texts.some(({ content, meta }) =>
    indexWords([content, ...Object.values(meta)].join(' ')).some(fits),
  );
}

/** Whether a term that the index knows, if only in another form, is there as it was typed. */
async function isAsTyped(
  index: Index,
  loadDictionary: () => Promise<Dictionary>,
  term: string,
): Promise<boolean> {
  const folded = foldWord(term);
  if (await isInFirst(index, term, (word) => word === folded)) return true;
  const { words } = await loadDictionary();
  return words[placeOf(words, folded)] === folded;
}

/**
 * Loads the parts of the index that have the words of a beginning. Parts are in the order of words, so that words at
 * even distances in it are in all of the parts, or nearly.
 */
async function loadParts(index: Index, words: readonly string[]): Promise<void> {
  const all = words.toSorted();
  const step = Math.max(1, (all.length - 1) / (mostParts - 1));
  await Promise.all(
    all.slice(0, mostParts).map((_, part) => index.preload(all[Math.round(part * step)] ?? '')),
  );
}

/** The words that begin so, most frequent first; with the term itself where there are more. */
async function beginningWith(index: Index, dictionary: Dictionary, term: string): Promise<string[]> {
  const beginning = foldWord(term);
  const all = wordsFrom(dictionary, beginning);
  await loadParts(index, all);
  const counts = await Promise.all(all.slice(0, mostWords).map((word) => index.count(`"${word}"`)));
  const words = all.filter((_, place) => (counts[place] ?? 0) > 0);
  const isAlone = all.length > mostWords || (words.length === 0 && all.length > 0);
  const alsoAlone =
    isAlone ||
    (dictionary.leastFrequency > 1 && (await isInFirst(index, term, (word) => word.startsWith(beginning))));
  return alsoAlone && (await index.count(term)) > 0 ? [...words, term] : words;
}

async function resolveTerm(
  index: Index,
  loadDictionary: () => Promise<Dictionary>,
  term: string,
  locale: string,
): Promise<ResolvedTerm> {
  const often = await index.count(`"${term}"`);
  if (often > 0 && (await isAsTyped(index, loadDictionary, term))) {
    // Somebody may still be typing: what begins so is found too, after the word itself.
    if (term.length < longWord) await loadParts(index, wordsFrom(await loadDictionary(), foldWord(term)));
    const near = often < few ? neighboursOf(await loadDictionary(), term, locale) : [];
    return { term, senses: [[term]], corrections: near, isThere: true, isRare: often < few };
  }
  const dictionary = await loadDictionary();
  const begun = await beginningWith(index, dictionary, term);
  // Whose last letter alone is missing may be meant as much as what many have: each is shown in turn.
  const isWhole = (word: string) => word.length === foldWord(term).length + 1;
  const [whole, longer] = [begun.filter(isWhole), begun.filter((word) => !isWhole(word))];
  const senses = [longer, ...whole.map((word) => [word]), often > 0 ? [term] : []].filter(
    (words) => words.length > 0,
  );
  const isBeginning = begun.length > fewBegun || (begun.length > 0 && term.length < shortestMistake);
  const near =
    senses.length > 0
      ? isBeginning
        ? []
        : neighboursOf(dictionary, term, locale)
      : corrections(dictionary, term, locale);
  return { term, senses, corrections: near, isThere: isBeginning, isRare: true };
}

/** Whether a term is in the index as it stands. */
async function asTyped(index: Index, term: string): Promise<ResolvedTerm> {
  const isThere = (await index.count(`"${term}"`)) > 0;
  return { term, senses: isThere ? [[term]] : [], corrections: [], isThere, isRare: false };
}

/**
 * The terms of a search (`readQuery`) with what they stand for. A term that Pagefind doesn't know it answers with the
 * longest indexed word that the term begins with ("and" for "android"), or leaves it out; and of a beginning it only
 * finds the words in the part of the index that it loads. Between quotation marks it does neither, and still takes other
 * forms of a word for the same word, so that is asked first. The dictionary, which is loaded for the first term that
 * isn't a whole word or hardly occurs, knows what begins with the term, and what is near it. Terms for which `isMeant`
 * are only looked up as they stand, but for a short one alone.
 */
export async function resolveTerms(
  index: Index,
  loadDictionary: () => Promise<Dictionary>,
  terms: readonly string[],
  { locale, isMeant }: { readonly locale: string; readonly isMeant: (place: number) => boolean },
): Promise<ResolvedTerm[]> {
  return Promise.all(
    terms.map((term, place) =>
      // A short word alone may be the beginning of another one, whatever it stands for.
      isMeant(place) && (terms.length > 1 || term.length >= longWord)
        ? asTyped(index, term)
        : resolveTerm(index, loadDictionary, term, locale),
    ),
  );
}
