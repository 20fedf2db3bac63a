/** Resolves the words of a search in the index, or finds corrections. Pagefind doesn't report this itself. */
import { findCorrections, correctionsWithOneEdit, type Correction } from './corrections';
import { lowerBound, wordsWithPrefix, type Dictionary } from './dictionary';
import type { PagefindIndex } from './pagefind.client';
import { foldWord, indexWords } from '../words/query-terms';

/** The maximum number of words for a prefix: each is a search of its own. */
const maxPrefixWords = 6;
/** A word in fewer documents than this may be a mistake. */
const fewDocuments = 5;
/** A term that is a prefix of at most this many words, with this minimum length, may be a mistake as well. */
const maxPrefixesOfMistake = 2;
const minMistakeLength = 5;
/** Shorter words may be the prefix of another one. */
const longWordLength = 4;
/** The maximum number of index parts that are loaded for a prefix. */
const maxParts = 16;

/** The number of best results that are checked for a word; they are those that will be shown. */
const maxChecked = 5;

/** A resolved term. */
export interface ResolvedTerm {
  readonly term: string;
  /** Its senses, each with the equivalent words of the index: itself, its other forms, words with this prefix. */
  readonly senses: readonly (readonly string[])[];
  /** Corrections: where it has no sense, isn't a whole word, or is rare. */
  readonly corrections: readonly Correction[];
  /** True if the term is a word of the index, or the prefix of many: then corrections only add to it. */
  readonly isKnown: boolean;
  /** True if it is unknown, or in few documents. */
  readonly isRare: boolean;
}

/** True if one of the first documents for a term has a word that `fits`. */
async function isInFirst(
  index: PagefindIndex,
  term: string,
  fits: (word: string) => boolean,
): Promise<boolean> {
  const first = (await index.search(term)).slice(0, maxChecked);
  const texts = await Promise.all(first.map((result) => result.data()));
  return texts.some(({ content, meta }) =>
    indexWords([content, ...Object.values(meta)].join(' ')).some(fits),
  );
}

/** True if a term that the index knows, perhaps in another form, exists as typed. */
async function isAsTyped(
  index: PagefindIndex,
  loadDictionary: () => Promise<Dictionary>,
  term: string,
): Promise<boolean> {
  const folded = foldWord(term);
  if (await isInFirst(index, term, (word) => word === folded)) return true;
  const { words } = await loadDictionary();
  return words[lowerBound(words, folded)] === folded;
}

/**
 * Loads the parts of the index with the words of a prefix. Parts are in the order of words, so evenly spaced words hit
 * all of the parts, or nearly.
 */
async function loadParts(index: PagefindIndex, words: readonly string[]): Promise<void> {
  const all = words.toSorted();
  const step = Math.max(1, (all.length - 1) / (maxParts - 1));
  await Promise.all(
    all.slice(0, maxParts).map((_, part) => index.preload(all[Math.round(part * step)] ?? '')),
  );
}

/** The words with this prefix, most frequent first; with the term itself where there are more. */
async function findPrefixWords(
  index: PagefindIndex,
  dictionary: Dictionary,
  term: string,
): Promise<string[]> {
  const beginning = foldWord(term);
  const all = wordsWithPrefix(dictionary, beginning);
  await loadParts(index, all);
  const counts = await Promise.all(all.slice(0, maxPrefixWords).map((word) => index.count(`"${word}"`)));
  const words = all.filter((_, place) => (counts[place] ?? 0) > 0);
  const isAlone = all.length > maxPrefixWords || (words.length === 0 && all.length > 0);
  const alsoAlone =
    isAlone ||
    (dictionary.leastFrequency > 1 && (await isInFirst(index, term, (word) => word.startsWith(beginning))));
  return alsoAlone && (await index.count(term)) > 0 ? [...words, term] : words;
}

async function resolveTerm(
  index: PagefindIndex,
  loadDictionary: () => Promise<Dictionary>,
  term: string,
  locale: string,
): Promise<ResolvedTerm> {
  const often = await index.count(`"${term}"`);
  if (often > 0 && (await isAsTyped(index, loadDictionary, term))) {
    // The visitor may still be typing: words with this prefix are found too, after the word itself.
    if (term.length < longWordLength)
      await loadParts(index, wordsWithPrefix(await loadDictionary(), foldWord(term)));
    const near = often < fewDocuments ? correctionsWithOneEdit(await loadDictionary(), term, locale) : [];
    return { term, senses: [[term]], corrections: near, isKnown: true, isRare: often < fewDocuments };
  }
  const dictionary = await loadDictionary();
  const prefixWords = await findPrefixWords(index, dictionary, term);
  // A word that is only one letter longer may be intended as much as the frequent ones: each is shown in turn.
  const isWhole = (word: string) => word.length === foldWord(term).length + 1;
  const [whole, longer] = [prefixWords.filter(isWhole), prefixWords.filter((word) => !isWhole(word))];
  const senses = [longer, ...whole.map((word) => [word]), often > 0 ? [term] : []].filter(
    (words) => words.length > 0,
  );
  const isBeginning =
    prefixWords.length > maxPrefixesOfMistake || (prefixWords.length > 0 && term.length < minMistakeLength);
  const near =
    senses.length > 0
      ? isBeginning
        ? []
        : correctionsWithOneEdit(dictionary, term, locale)
      : findCorrections(dictionary, term, locale);
  return { term, senses, corrections: near, isKnown: isBeginning, isRare: true };
}

/** Resolves a term only as typed. */
async function resolveAsTyped(index: PagefindIndex, term: string): Promise<ResolvedTerm> {
  const isKnown = (await index.count(`"${term}"`)) > 0;
  return { term, senses: isKnown ? [[term]] : [], corrections: [], isKnown, isRare: false };
}

/**
 * Resolves the terms of a search (`parseSearchQuery`). For an unknown term Pagefind returns the longest indexed word that the
 * term begins with ("and" for "android"), or ignores it; and for a prefix it only finds the words in the part of the
 * index that it loads. In quotation marks it does neither, but still treats forms of a word alike, so that is tried
 * first. The dictionary, which is loaded for the first term that isn't a whole word or is rare, has the words with this
 * prefix, and fuzzy matches. Terms with `hasSynonym` are only looked up as typed, except a short one alone.
 */
export async function resolveTerms(
  index: PagefindIndex,
  loadDictionary: () => Promise<Dictionary>,
  terms: readonly string[],
  { locale, hasSynonym }: { readonly locale: string; readonly hasSynonym: (place: number) => boolean },
): Promise<ResolvedTerm[]> {
  return Promise.all(
    terms.map((term, place) =>
      // A short word alone may be a prefix, even if it has synonyms.
      hasSynonym(place) && (terms.length > 1 || term.length >= longWordLength)
        ? resolveAsTyped(index, term)
        : resolveTerm(index, loadDictionary, term, locale),
    ),
  );
}
