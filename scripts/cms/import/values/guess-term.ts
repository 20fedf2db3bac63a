/** Finds the term that words most probably mean, if no name is exactly theirs. */
import type { RawEntry } from '@/model/types/entry';
import { fieldMeta } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import { parseSynonymTarget } from '@/search/query/synonyms';
import { createEditDistance } from '@/search/words/fuzzy-match';
import type { z } from 'zod';
import { termNames } from './find-term';
import { foldWords } from './fold-words';
import { indexUnique } from './index-unique';

/** The ids of terms by what people call them (`task/graphic artist`), of the synonyms of the search. */
export type TermSynonyms = ReadonlyMap<string, string>;

/** Reads the terms that the synonyms name: `means: task:design`. A word for two terms stands for neither. */
export function collectTermSynonyms(entries: readonly RawEntry[]): TermSynonyms {
  const lists = entries
    .filter(({ type }) => type === 'synonyms')
    .flatMap(({ locales }) => Object.values(locales))
    .flatMap(({ entries: own }) => (Array.isArray(own) ? (own as readonly unknown[]) : []));
  const pairs = lists.flatMap((list) => {
    const { words, means } = (list ?? {}) as { readonly words?: unknown; readonly means?: unknown };
    const { term } = parseSynonymTarget(String(means)) ?? {};
    if (!term || !Array.isArray(words)) return [];
    const vocabulary = term.facet === 'lang' ? 'language' : term.facet;
    return words.map((word) => [`${vocabulary}/${foldWords(String(word))}`, term.value] as const);
  });
  return indexUnique(pairs);
}

/** Words of languages that names of terms are joined with. They identify no term. */
const joining = new Set('and of the et de des la le les du y el los las del a en'.split(' '));

const tellingWords = (folded: string): string[] =>
  folded.split(' ').filter((word) => word !== '' && !joining.has(word));

/** Words with as few letters have other words beside them by chance. */
const shortest = 5;

/** How many letters may differ in a word of this length. */
const allowedDistance = (length: number): number => (length >= 9 ? 2 : length >= shortest ? 1 : 0);

/** True if at most `limit` letters were added, left out, replaced or swapped. */
const isClose = (a: string, b: string, limit: number): boolean =>
  limit > 0 && Math.abs(a.length - b.length) <= limit && createEditDistance(a, limit, false)(b) <= limit;

/** Lists the terms of which a name passes a test. */
const termsWhere = (schema: z.core.$ZodType, test: (name: string) => boolean): string[] => [
  ...new Set([...termNames(schema)].flatMap(([name, id]) => (test(name) ? [id] : []))),
];

/**
 * Finds the id of the only term that words can mean: by the synonyms, by a part of its name (`Eau` for “Eau et
 * assainissement”), or with a typing mistake. Returns undefined if there is none, or more than one.
 */
export function guessTerm(
  schema: z.core.$ZodType,
  words: string,
  synonyms: TermSynonyms,
): string | undefined {
  const folded = foldWords(words);
  const { labels: vocabulary = '' } = fieldMeta(schema);
  const synonym = synonyms.get(`${vocabulary}/${folded}`);
  if (synonym !== undefined && idsOf(schema)?.includes(synonym)) return synonym;
  const parts = tellingWords(folded);
  if (parts.length === 0) return undefined;
  const [containing, ...others] = termsWhere(schema, (name) => {
    const own = new Set(name.split(' '));
    return parts.every((word) => own.has(word));
  });
  if (containing !== undefined && others.length === 0) return containing;
  // Of countries and other places many are spelled nearly alike.
  const limit = vocabulary === 'country' ? 0 : allowedDistance(folded.length);
  const close = termsWhere(schema, (name) => isClose(folded, name, limit));
  return close.length === 1 ? close[0] : undefined;
}

/** So many terms are proposed. */
const mostNear = 3;

/** Lists the ids of terms whose names share a word, or nearly, with these words. */
export function listNearTerms(schema: z.core.$ZodType, words: string): string[] {
  const parts = tellingWords(foldWords(words)).filter((word) => word.length >= 3);
  const isNear = (own: string, part: string) =>
    own === part ||
    (own.length >= 4 && isClose(own, part, Math.max(1, allowedDistance(part.length)))) ||
    (part.length >= shortest && own.startsWith(part.slice(0, shortest)));
  return termsWhere(schema, (name) =>
    name.split(' ').some((own) => parts.some((part) => isNear(own, part))),
  ).slice(0, mostNear);
}
