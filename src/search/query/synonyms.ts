/**
 * The synonyms of vocabulary terms and other words. Two files for each language: its synonyms, loaded with the first
 * words, and the names of its terms in the site's other languages, loaded for unknown or rare words. Shared with the
 * browser.
 */
import { facetIds, normalizeValues, type FacetId } from '../facets/search-address';
import { splitWords, type TypedWord } from '../words/parse-query';

/** The maximum number of synonyms in a search. */
const maxSpans = 3;

/** Phrases by target: a value as `task:translation`, or other words after `=`. */
type PhrasesByTarget = Readonly<Record<string, readonly string[]>>;

/** The files `search/<locale>.synonyms.json` and `.names.json`. Phrases are folded, with spaces between words. */
export interface SynonymsFile {
  /** By language. */
  readonly phrases: Readonly<Record<string, PhrasesByTarget>>;
}

/** The target of a synonym: a value of a facet, or other words. */
export interface SynonymTarget {
  readonly term?: { readonly facet: FacetId; readonly value: string } | undefined;
  readonly words?: string | undefined;
  /** The language of the phrase, where that isn't the page's. */
  readonly language?: string | undefined;
}

export interface Synonyms {
  readonly byPhrase: ReadonlyMap<string, readonly SynonymTarget[]>;
  /** The number of words in the longest phrase. */
  readonly longest: number;
}

/** Folds a phrase for lookup: `'L’eau, Été' -> 'eau ete'`. */
export const foldPhrase = (phrase: string): string =>
  splitWords(phrase)
    .map(({ token }) => token.folded)
    .join(' ');

/** Parses a target of an editor or a file, `task:translation` or other words; undefined for an impossible value. */
export function parseSynonymTarget(means: string): Pick<SynonymTarget, 'term' | 'words'> | undefined {
  const [name = '', ...rest] = means.split(':');
  const facet = facetIds.find((id) => id === name.trim());
  if (facet === undefined) return means.trim() === '' ? undefined : { words: means.trim().replace(/^=/, '') };
  const [value] = normalizeValues(facet, [rest.join(':')]);
  return value === undefined || facet === 'status' ? undefined : { term: { facet, value } };
}

/** Reads synonyms files for a page's language. */
export function readSynonyms(files: readonly SynonymsFile[], locale: string): Synonyms {
  const byPhrase = new Map<string, SynonymTarget[]>();
  let longest = 1;
  for (const [language, phrasesByTarget] of files.flatMap(({ phrases }) => Object.entries(phrases))) {
    for (const [means, phrases] of Object.entries(phrasesByTarget)) {
      const target = parseSynonymTarget(means);
      if (!target) continue;
      for (const phrase of phrases) {
        const known = byPhrase.get(phrase) ?? [];
        known.push(language === locale ? target : { ...target, language });
        byPhrase.set(phrase, known);
        longest = Math.max(longest, phrase.split(' ').length);
      }
    }
  }
  return { byPhrase, longest };
}

/** A phrase of the search with synonyms. */
export interface SynonymSpan {
  /** The indexes of the first term, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** As typed. */
  readonly typed: string;
  readonly targets: readonly SynonymTarget[];
}

/**
 * Finds phrases with synonyms among the words of a search, the longest first, at most three, without overlaps; in their
 * order. What is in quotation marks has none.
 */
export function findSynonymSpans(
  { byPhrase, longest }: Synonyms,
  words: readonly TypedWord[],
): SynonymSpan[] {
  const folded = words.map(({ token, isQuoted }) => (isQuoted ? '' : token.folded));
  const spans: SynonymSpan[] = [];
  for (let length = Math.min(longest, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const to = from + length;
      const targets = byPhrase.get(folded.slice(from, to).join(' '));
      const isFree = spans.every((other) => to <= other.from || from >= other.to);
      if (targets && isFree && spans.length < maxSpans) {
        const typed = words.slice(from, to).map((word) => word.typed);
        spans.push({ from, to, typed: typed.join(' '), targets });
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}
