/**
 * What words stand for beside themselves. Two files a language: its synonyms, loaded with the first words, and what its
 * terms are called in the site's other languages, loaded where a word is unknown or rare. Shared with the browser.
 */
import { facetIds, normalizeValues, type FacetId } from '../facets/address';
import { foldWord, readQuery } from '../words/terms';

/** Raised whenever what is written changes its meaning; another number is not read. */
export const meaningsVersion = 1;

/** Between phrases that mean the same. */
const separator = '|';
/** Phrases of a search that are taken for something, at most. */
const mostSpans = 3;

/** Phrases by what they mean: a value as `task:translation`, or other words after `=`. */
type Meant = Readonly<Record<string, string>>;

/** The files `search/<locale>.meanings.json` and `.names.json`. Phrases are folded, words apart by a space. */
export interface SynonymsFile {
  readonly version: number;
  /** By their language. */
  readonly phrases: Readonly<Record<string, Meant>>;
}

/** The file of meanings is of another version. */
export class SynonymsError extends Error {
  override readonly name = 'MeaningsError';
}

/** What a phrase stands for: a value of a facet, or other words. */
export interface SynonymGroup {
  readonly term?: { readonly facet: FacetId; readonly value: string } | undefined;
  readonly words?: string | undefined;
  /** The language that the phrase is in, where that isn't the page's. */
  readonly language?: string | undefined;
}

export interface Synonyms {
  readonly byPhrase: ReadonlyMap<string, readonly SynonymGroup[]>;
  /** Words in the longest phrase. */
  readonly longest: number;
}

/** A phrase as it is looked up: `'L’eau, Été' -> 'eau ete'`. */
export function foldPhrase(phrase: string): string {
  return readQuery(phrase.replaceAll('"', ' ')).terms.map(foldWord).join(' ');
}

/** What an editor's or a file's `task:translation` or other words mean; undefined for a value that can't exist. */
export function readMeaning(means: string): Pick<SynonymGroup, 'term' | 'words'> | undefined {
  const [name = '', ...rest] = means.split(':');
  const facet = facetIds.find((id) => id === name.trim());
  if (facet === undefined) return means.trim() === '' ? undefined : { words: means.trim().replace(/^=/, '') };
  const [value] = normalizeValues(facet, [rest.join(':')]);
  return value === undefined || facet === 'status' ? undefined : { term: { facet, value } };
}

/** Phrases by meaning as the file has them. */
export function packPhrases(phrases: ReadonlyMap<string, Iterable<string>>): Meant {
  return Object.fromEntries(
    [...phrases].map(([means, some]): [string, string] => [means, [...new Set(some)].sort().join(separator)]),
  );
}

/** Reads files of meanings for a page's language. Throws a `MeaningsError` for one that this code can't read. */
export function readMeanings(files: readonly SynonymsFile[], locale: string): Synonyms {
  const other = files.find(({ version }) => version !== meaningsVersion);
  if (other) {
    throw new SynonymsError(
      `The meanings have version ${other.version}, and ${meaningsVersion} is read here.`,
    );
  }
  const byPhrase = new Map<string, SynonymGroup[]>();
  let longest = 1;
  for (const [language, meant] of files.flatMap(({ phrases }) => Object.entries(phrases))) {
    for (const [means, packed] of Object.entries(meant)) {
      const meaning = readMeaning(means);
      if (!meaning) continue;
      for (const phrase of packed.split(separator)) {
        const known = byPhrase.get(phrase) ?? [];
        known.push(language === locale ? meaning : { ...meaning, language });
        byPhrase.set(phrase, known);
        longest = Math.max(longest, phrase.split(' ').length);
      }
    }
  }
  return { byPhrase, longest };
}

/** Words of a search that stand for something. */
export interface Span {
  /** Places of the first term, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** As they were typed. */
  readonly typed: string;
  readonly meanings: readonly SynonymGroup[];
}

/** The phrases in the terms of a search, the longest first, at most three, none over another; in their order. */
export function spansOf({ byPhrase, longest }: Synonyms, terms: readonly string[]): Span[] {
  const folded = terms.map(foldWord);
  const spans: Span[] = [];
  for (let length = Math.min(longest, terms.length); length > 0; length--) {
    for (let from = 0; from + length <= terms.length; from++) {
      const to = from + length;
      const meanings = byPhrase.get(folded.slice(from, to).join(' '));
      const isFree = spans.every((other) => to <= other.from || from >= other.to);
      if (meanings && isFree && spans.length < mostSpans) {
        spans.push({ from, to, typed: terms.slice(from, to).join(' '), meanings });
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}
