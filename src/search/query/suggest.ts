/**
 * Suggests completions while the visitor types: terms of the vocabularies, words of the index, organizations. Accents
 * and capitals don't matter; without a match, a typing error is corrected. Pure, shared with the browser, and quick
 * enough for every letter.
 */
import type { FacetChoice, FacetId } from '../facets/search-address';
import { findCorrections } from './corrections';
import { lowerBound, wordsWithPrefix, type Dictionary } from './dictionary';
import { stemWord } from '../words/stem-word';
import { foldWord, indexWords, parseSearchQuery } from '../words/query-terms';
import { spellOutLigatures, splitElisions } from '../words/spelling';

/** Facets whose terms are suggested, the likelier first. */
const suggestedFacets = ['task', 'cause', 'country', 'region', 'lang'] as const satisfies FacetId[];

type SuggestedFacet = (typeof suggestedFacets)[number];

export interface Suggestion {
  readonly kind: SuggestedFacet | 'word' | 'organization';
  /** The displayed text. */
  readonly label: string;
  /** The text in the box after it is chosen. */
  readonly words: string;
  /** The facet's value that is chosen with it. */
  readonly value?: string | undefined;
}

/**
 * The maximum number of suggestions, and of terms and organizations among them: as many as fit above a phone's
 * keyboard.
 */
const max = { all: 7, terms: 4, organizations: 2 } as const;
/** The minimum length of a suggested word, and of its prefix. */
const minLength = { word: 3, prefix: 2 } as const;
/** The number of dictionary words that are checked: the most frequent ones. */
const maxChecked = 60;

/** A name of one or more words. */
interface NamedItem extends Pick<Suggestion, 'kind' | 'label' | 'value'> {
  readonly words: readonly string[];
}

/** The names that can be suggested besides words of the index. */
interface SuggestionNames {
  readonly named: readonly NamedItem[];
  /** The words of all names, for corrections. */
  readonly dictionary: Dictionary;
}

/** Prepares the terms of the page's facets and the organizations for suggestions. */
export function createSuggestionNames(
  options: Readonly<Record<SuggestedFacet, readonly FacetChoice[]>>,
  organizations: readonly string[],
): SuggestionNames {
  const wordsOf = (label: string) => indexWords(splitElisions(spellOutLigatures(label)));
  const named = [
    ...suggestedFacets.flatMap((kind) =>
      options[kind].map(({ id, label }): NamedItem => ({ kind, value: id, label, words: wordsOf(label) })),
    ),
    ...organizations.map((label): NamedItem => ({ kind: 'organization', label, words: wordsOf(label) })),
  ];
  const words = [...new Set(named.flatMap((one) => one.words))].sort((a, b) => (a < b ? -1 : 1));
  return {
    named,
    dictionary: { index: '', words, spellings: words, frequencies: words.map(() => 1), leastFrequency: 1 },
  };
}

/**
 * The rank of a name if every part is a prefix of one of its words: 0 if the first part starts the name itself,
 * else 1; undefined if it doesn't match.
 */
function rankName(parts: readonly string[], { words }: NamedItem): 0 | 1 | undefined {
  if (!parts.every((part) => words.some((word) => word.startsWith(part)))) return undefined;
  const isFirst = words[0]?.startsWith(parts[0] ?? '') === true;
  // Nearly every name has a word with a given first letter.
  return isFirst ? 0 : parts.join('').length > 1 ? 1 : undefined;
}

interface Match {
  readonly one: NamedItem;
  readonly rank: number;
  /** The typed text before it, which stays in the box. */
  readonly rest: string;
}

/** Names that match the last words; those that match more of the words come first. */
function matchNames({ named }: SuggestionNames, terms: readonly string[]): Match[] {
  const folded = terms.map(foldWord);
  return named
    .flatMap((one): Match[] => {
      for (let from = 0; from < folded.length; from++) {
        const rank = rankName(folded.slice(from), one);
        if (rank !== undefined) return [{ one, rank: rank + 2 * from, rest: terms.slice(0, from).join(' ') }];
      }
      return [];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** True if some word has this prefix. */
function hasPrefix({ words }: Dictionary, prefix: string): boolean {
  return words[lowerBound(words, prefix)]?.startsWith(prefix) === true;
}

/** Words with this prefix, the most frequent first, one for each stem. */
function suggestWords(dictionary: Dictionary, prefix: string, locale: string): string[] {
  if (prefix.length < minLength.prefix) return [];
  const stems = new Set([stemWord(locale, prefix)]);
  return wordsWithPrefix(dictionary, prefix)
    .slice(0, maxChecked)
    .filter((word) => {
      const stem = stemWord(locale, word);
      if (stems.has(stem) || word.length < minLength.word || /^\d+$/.test(word)) return false;
      return Boolean(stems.add(stem));
    })
    .map((word) => dictionary.spellings[lowerBound(dictionary.words, word)] ?? word);
}

/**
 * Suggests completions for the text in the box, at most seven: terms, then words, then organizations. None for a phrase
 * in quotation marks. No words without a `dictionary`, which may not be loaded yet.
 */
export function suggest(
  typed: string,
  {
    names,
    dictionary,
    locale,
  }: { names: SuggestionNames; dictionary: Dictionary | undefined; locale: string },
): Suggestion[] {
  const box = spellOutLigatures(typed);
  const { terms } = parseSearchQuery(box);
  const last = terms.at(-1) ?? '';
  if (last === '' || /["“”«»]/.test(box)) return [];
  // After a space the last word is complete.
  const completable = dictionary && box.endsWith(last) ? dictionary : undefined;
  let matches = matchNames(names, terms);
  let words = completable ? suggestWords(completable, foldWord(last), locale) : [];
  if (matches.length === 0 && !(completable && hasPrefix(completable, foldWord(last)))) {
    matches = findCorrections(names.dictionary, last, locale).flatMap(({ word }) =>
      matchNames(names, [...terms.slice(0, -1), word]),
    );
    if (completable) words = findCorrections(completable, last, locale).map(({ spelling }) => spelling);
  }

  const all = [...new Map(matches.map((match) => [match.one, match])).values()].map(
    ({ one: { kind, label, value }, rest }): Suggestion => ({
      kind,
      label,
      value,
      words: kind === 'organization' ? `${rest} ${label}`.trim() : rest,
    }),
  );
  const isOrganization = ({ kind }: Suggestion) => kind === 'organization';
  const named = all.filter((one) => !isOrganization(one)).slice(0, max.terms);
  const organizations = all.filter(isOrganization).slice(0, max.organizations);
  const before = box.slice(0, box.length - last.length);
  const known = new Set(named.map(({ label }) => foldWord(label)));
  const completed = words
    .map((word) => before + word)
    .filter((label) => !known.has(foldWord(label)))
    .slice(0, max.all - named.length - organizations.length);
  return [
    ...named,
    ...completed.map((label): Suggestion => ({ kind: 'word', label, words: label })),
    ...organizations,
  ];
}
