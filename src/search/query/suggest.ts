/**
 * What to suggest while somebody types: terms of the vocabularies, words of the index, organizations. Accents and
 * capitals don't matter; where nothing begins so, a typing error is forgiven. Pure, shared with the browser, and quick
 * enough to run on every letter.
 */
import type { FacetId, FacetValueOption } from '../facets/address';
import { corrections } from './corrections';
import { placeOf, wordsFrom, type Dictionary } from './dictionary';
import { stemOf } from '../words/stems';
import { foldWord, indexWords, readQuery } from '../words/terms';
import { spellOutLigatures, splitElisions } from '../words/words';

/** Facets whose terms are suggested, the likelier first. */
export const suggestedFacets = ['task', 'cause', 'country', 'region', 'lang'] as const satisfies FacetId[];

type SuggestedFacet = (typeof suggestedFacets)[number];

export interface Suggestion {
  readonly kind: SuggestedFacet | 'word' | 'organization';
  /** As it is shown. */
  readonly label: string;
  /** What is in the box when it has been chosen. */
  readonly words: string;
  /** The facet's value that is chosen with it. */
  readonly value?: string | undefined;
}

/** Suggestions at once, and of these at most so many terms and organizations: what fits above a phone's keyboard. */
const most = { all: 7, terms: 4, organizations: 2 } as const;
/** The fewest letters of a word that is suggested, and of what it begins with. */
const shortest = { word: 3, beginning: 2 } as const;
/** Words of the dictionary that are looked at: the most frequent ones. */
const looked = 60;

/** Something with a name of several words. */
interface Named extends Pick<Suggestion, 'kind' | 'label' | 'value'> {
  readonly words: readonly string[];
}

/** What can be suggested besides words of the index. */
export interface Names {
  readonly named: readonly Named[];
  /** The words of all names, to forgive typing errors. */
  readonly dictionary: Dictionary;
}

/** Terms of the page's facets and organizations, ready to be suggested. */
export function namesOf(
  options: Readonly<Record<SuggestedFacet, readonly FacetValueOption[]>>,
  organizations: readonly string[],
): Names {
  const wordsOf = (label: string) => indexWords(splitElisions(spellOutLigatures(label)));
  const named = [
    ...suggestedFacets.flatMap((kind) =>
      options[kind].map(({ id, label }): Named => ({ kind, value: id, label, words: wordsOf(label) })),
    ),
    ...organizations.map((label): Named => ({ kind: 'organization', label, words: wordsOf(label) })),
  ];
  const words = [...new Set(named.flatMap((one) => one.words))].sort((a, b) => (a < b ? -1 : 1));
  return {
    named,
    dictionary: { index: '', words, spellings: words, frequencies: words.map(() => 1), leastFrequency: 1 },
  };
}

/** Whether every part begins a word of a name: 0 where the first begins the name itself, 1 elsewhere; else undefined. */
function fit(parts: readonly string[], { words }: Named): 0 | 1 | undefined {
  if (!parts.every((part) => words.some((word) => word.startsWith(part)))) return undefined;
  const isFirst = words[0]?.startsWith(parts[0] ?? '') === true;
  // One letter begins a word of nearly every name.
  return isFirst ? 0 : parts.join('').length > 1 ? 1 : undefined;
}

interface Match {
  readonly one: Named;
  readonly rank: number;
  /** What was typed before it, and stays in the box. */
  readonly rest: string;
}

/** Names that the last words begin; those that more of the words begin come first. */
function matchesOf({ named }: Names, terms: readonly string[]): Match[] {
  const folded = terms.map(foldWord);
  return named
    .flatMap((one): Match[] => {
      for (let from = 0; from < folded.length; from++) {
        const rank = fit(folded.slice(from), one);
        if (rank !== undefined) return [{ one, rank: rank + 2 * from, rest: terms.slice(0, from).join(' ') }];
      }
      return [];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** Whether a word begins so, or is that. */
function beginsWord({ words }: Dictionary, beginning: string): boolean {
  return words[placeOf(words, beginning)]?.startsWith(beginning) === true;
}

/** Words that begin so, the most frequent first, one of those that are only forms of each other. */
function wordsBeginning(dictionary: Dictionary, beginning: string, locale: string): string[] {
  if (beginning.length < shortest.beginning) return [];
  const stems = new Set([stemOf(locale, beginning)]);
  return wordsFrom(dictionary, beginning)
    .slice(0, looked)
    .filter((word) => {
      const stem = stemOf(locale, word);
      if (stems.has(stem) || word.length < shortest.word || /^\d+$/.test(word)) return false;
      return Boolean(stems.add(stem));
    })
    .map((word) => dictionary.spellings[placeOf(dictionary.words, word)] ?? word);
}

/**
 * Suggestions for what is in the box, at most seven: terms, then words, then organizations. None for a phrase between
 * quotation marks. Without a `dictionary`, which may not be there yet, no words.
 */
export function suggest(
  typed: string,
  { names, dictionary, locale }: { names: Names; dictionary: Dictionary | undefined; locale: string },
): Suggestion[] {
  const box = spellOutLigatures(typed);
  const { terms } = readQuery(box);
  const last = terms.at(-1) ?? '';
  if (last === '' || /["“”«»]/.test(box)) return [];
  // After a space the last word is complete.
  const begun = dictionary && box.endsWith(last) ? dictionary : undefined;
  let matches = matchesOf(names, terms);
  let words = begun ? wordsBeginning(begun, foldWord(last), locale) : [];
  if (matches.length === 0 && !(begun && beginsWord(begun, foldWord(last)))) {
    matches = corrections(names.dictionary, last, locale).flatMap(({ word }) =>
      matchesOf(names, [...terms.slice(0, -1), word]),
    );
    if (begun) words = corrections(begun, last, locale).map(({ spelling }) => spelling);
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
  const named = all.filter((one) => !isOrganization(one)).slice(0, most.terms);
  const organizations = all.filter(isOrganization).slice(0, most.organizations);
  const before = box.slice(0, box.length - last.length);
  const known = new Set(named.map(({ label }) => foldWord(label)));
  const completed = words
    .map((word) => before + word)
    .filter((label) => !known.has(foldWord(label)))
    .slice(0, most.all - named.length - organizations.length);
  return [
    ...named,
    ...completed.map((label): Suggestion => ({ kind: 'word', label, words: label })),
    ...organizations,
  ];
}
