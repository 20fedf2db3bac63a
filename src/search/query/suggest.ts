/**
 * Suggests completions while the visitor types: terms of the vocabularies, words of the index, names of other entries. Accents
 * and capitals don't matter; without a match, a typing error is corrected. Pure, shared with the browser, and quick enough for
 * every letter.
 */
import type { FacetChoice, FacetId } from '../facets/search-address';
import { findCorrections } from './corrections';
import { lowerBound, wordsWithPrefix, type Dictionary } from './dictionary';
import type { SearchEntry, EntryType } from '../entries/entries';
import type { LanguageRules } from '../words/load-language';
import { parseQuery, splitWords, type TypedWord } from '../words/parse-query';
import { splitElisions } from '../words/spelling';
import { foldWord, tokenize, type Token } from '../words/tokenize';

/** Facets whose terms are suggested, the likelier first. */
const suggestedFacets = ['task', 'cause', 'country', 'region', 'lang'] as const satisfies FacetId[];

type SuggestedFacet = (typeof suggestedFacets)[number];

export interface Suggestion {
  readonly kind: SuggestedFacet | EntryType | 'word';
  /** The displayed text. */
  readonly label: string;
  /** The text in the box after it is chosen. */
  readonly words: string;
  /** The facet's value that is chosen with it. */
  readonly value?: string | undefined;
}

/**
 * The maximum number of suggestions, and of terms and entries among them: as many as fit above a phone's
 * keyboard.
 */
const max = { all: 7, terms: 4, entries: 2 } as const;
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

/** Prepares the terms of the page's facets and the other entries for suggestions. */
export function createSuggestionNames(
  options: Readonly<Record<SuggestedFacet, readonly FacetChoice[]>>,
  entries: readonly SearchEntry[],
): SuggestionNames {
  const wordsOf = (label: string) => tokenize(splitElisions(label)).map(({ folded }) => folded);
  const named = [
    ...suggestedFacets.flatMap((kind) =>
      options[kind].map(({ id, label }): NamedItem => ({ kind, value: id, label, words: wordsOf(label) })),
    ),
    ...entries.map(({ type, title, acronym }): NamedItem => ({
      kind: type,
      label: title,
      words: wordsOf(`${title} ${acronym}`),
    })),
  ];
  const words = [...new Set(named.flatMap((one) => one.words))].sort((a, b) => (a < b ? -1 : 1));
  return {
    named,
    dictionary: { words, spellings: words, frequencies: words.map(() => 1) },
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
function matchNames({ named }: SuggestionNames, words: readonly TypedWord[]): Match[] {
  const folded = words.map(({ token }) => token.folded);
  return named
    .flatMap((one): Match[] => {
      for (let from = 0; from < folded.length; from++) {
        const rank = rankName(folded.slice(from), one);
        const rest = words.slice(0, from).map(({ typed }) => typed);
        if (rank !== undefined) return [{ one, rank: rank + 2 * from, rest: rest.join(' ') }];
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
function suggestWords(dictionary: Dictionary, { spelled, folded }: Token, { stem }: LanguageRules): string[] {
  if (folded.length < minLength.prefix) return [];
  const stems = new Set([stem(spelled)]);
  return wordsWithPrefix(dictionary, folded)
    .slice(0, maxChecked)
    .map((word) => dictionary.spellings[lowerBound(dictionary.words, word)] ?? word)
    .filter((word) => {
      if (stems.has(stem(word)) || word.length < minLength.word || /^\d+$/.test(word)) return false;
      return Boolean(stems.add(stem(word)));
    });
}

interface SuggestionSources {
  readonly names: SuggestionNames;
  /** The words of the index, and the rules of their language; missing until they are loaded. */
  readonly index?: { readonly dictionary: Dictionary; readonly rules: LanguageRules } | undefined;
}

/** A text with the words corrected that begin neither a word of the index nor a name. Numbers stay. */
const correctWords = (
  text: string,
  names: SuggestionNames,
  { dictionary, rules }: NonNullable<SuggestionSources['index']>,
): string =>
  text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const folded = foldWord(word);
    const isKnown = [dictionary, names.dictionary].some((words) => hasPrefix(words, folded));
    if (isKnown || rules.isFunctionWord(folded) || /\p{N}/u.test(word)) return word;
    return findCorrections(dictionary, folded)[0]?.spelling ?? word;
  });

const isTerm = (kind: Suggestion['kind']) => suggestedFacets.some((facet) => facet === kind);

/**
 * Suggests completions for the text in the box, at most seven: terms, then words, then other entries. None for words in
 * quotation marks, and only words for what isn’t wanted. Where a word is
 * completed, those before it are corrected.
 */
export function suggest(box: string, { names, index }: SuggestionSources): Suggestion[] {
  const typed = splitWords(box);
  const last = typed.at(-1);
  if (!last || /["“”«»]/.test(box)) return [];
  // After a space the last word is complete.
  const completable = box.endsWith(last.typed) ? index : undefined;
  const { folded } = last.token;
  const isExcluded =
    index !== undefined &&
    parseQuery(box, index.rules).excluded.some(({ words: some }) => some.at(-1)?.token.folded === folded);
  let matches = isExcluded ? [] : matchNames(names, typed);
  let words = completable ? suggestWords(completable.dictionary, last.token, completable.rules) : [];
  if (matches.length === 0 && !(completable && hasPrefix(completable.dictionary, folded))) {
    if (!isExcluded)
      matches = findCorrections(names.dictionary, folded).flatMap(({ word }) =>
        matchNames(names, [...typed.slice(0, -1), ...splitWords(word)]),
      );
    if (completable)
      words = findCorrections(completable.dictionary, folded, minLength.word).map(({ spelling }) => spelling);
  }

  const all = [...new Map(matches.map((match) => [match.one, match])).values()].map(
    ({ one: { kind, label, value }, rest }): Suggestion => ({
      kind,
      label,
      value,
      words: isTerm(kind) ? rest : `${rest} ${label}`.trim(),
    }),
  );
  const terms = all.filter(({ kind }) => isTerm(kind)).slice(0, max.terms);
  const entries = all.filter(({ kind }) => !isTerm(kind)).slice(0, max.entries);
  const typedBefore = box.slice(0, box.length - last.typed.length);
  const before = completable ? correctWords(typedBefore, names, completable) : typedBefore;
  const known = new Set(terms.map(({ label }) => label.toLowerCase()));
  const completed = words
    .map((word) => before + word)
    .filter((label) => !known.has(label.toLowerCase()))
    .slice(0, max.all - terms.length - entries.length);
  return [
    ...terms,
    ...completed.map((label): Suggestion => ({ kind: 'word', label, words: label })),
    ...entries,
  ];
}
