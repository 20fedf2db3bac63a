/**
 * The other results of the search: organizations, campaigns, stories, resources and pages, which are suggested and found by
 * their names. What else their texts say, Pagefind finds (`full-text`). Shared by the build and the browser.
 */
import type { LanguageRules } from '../words/load-language';
import { tokenize, type Token } from '../words/tokenize';

export const entryTypes = ['organization', 'campaign', 'story', 'resource', 'page'] as const;

export type EntryType = (typeof entryTypes)[number];

/** An entry of the file `search/<locale>.entries.json`. */
export interface SearchEntry {
  readonly type: EntryType;
  /** Path from the root. */
  readonly path: string;
  readonly title: string;
  /** An organization’s acronym, or nothing. */
  readonly acronym: string;
  /** The language of its texts, where that isn't the page's. */
  readonly lang?: string | undefined;
}

/** More names than these are no answer: full texts find them all. */
const most = 10;

/**
 * Finds entries whose names have all words in any form, each of which may be one of several: those with the fewest other
 * words first.
 */
export function findEntries(
  entries: readonly SearchEntry[],
  words: readonly (readonly Token[])[],
  { stem, isFunctionWord }: LanguageRules,
): readonly SearchEntry[] {
  if (words.length === 0) return [];
  const wanted = words.map((some) => some.map(({ spelled }) => stem(spelled)));
  return entries
    .flatMap((entry) => {
      const name = tokenize(`${entry.title} ${entry.acronym}`);
      const stems = new Set(name.map(({ spelled }) => stem(spelled)));
      const isFound = wanted.every((some) => some.some((one) => stems.has(one)));
      const others = name.filter(({ folded }) => !isFunctionWord(folded)).length;
      return isFound ? [{ entry, others }] : [];
    })
    .sort((a, b) => a.others - b.others)
    .slice(0, most)
    .map(({ entry }) => entry);
}
