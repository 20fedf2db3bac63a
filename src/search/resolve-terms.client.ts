/** What the index knows of the words of a search. Pagefind itself doesn't tell. */
import { wordsFrom, type Dictionary } from './dictionary';
import type { Index } from './pagefind.client';
import { foldWord, indexWords } from './terms';

/** Words that a beginning stands for, at most: each is a search of its own, and may load a part of the index. */
const mostWords = 6;
/** Searches that are made of one, at most. */
const mostQueries = 12;

/** A term with the words of the index that it stands for; none where no indexed word begins with it. */
export interface ResolvedTerm {
  readonly term: string;
  readonly words: readonly string[];
}

/** A word that is too rare for the dictionary is in all that Pagefind finds, or else Pagefind found another word. */
async function isInFirst(index: Index, term: string, beginning: string): Promise<boolean> {
  const [first] = await index.search(term);
  if (!first) return false;
  const { content, meta } = await first.data();
  return indexWords([content, ...Object.values(meta)].join(' ')).some((word) => word.startsWith(beginning));
}

/** The words that begin so, most frequent first; with the term itself where there are more. */
async function beginningWith(index: Index, dictionary: Dictionary, term: string): Promise<string[]> {
  const beginning = foldWord(term);
  const all = wordsFrom(dictionary, beginning);
  const counts = await Promise.all(all.slice(0, mostWords).map((word) => index.count(`"${word}"`)));
  const words = all.filter((_, place) => (counts[place] ?? 0) > 0);
  const isAlone = all.length > mostWords || (words.length === 0 && all.length > 0);
  const alsoAlone = isAlone || (dictionary.leastFrequency > 1 && (await isInFirst(index, term, beginning)));
  return alsoAlone && (await index.count(term)) > 0 ? [...words, term] : words;
}

/**
 * The terms of a search (`readQuery`) with the words that they stand for. A term that Pagefind doesn't know it answers
 * with the longest indexed word that the term begins with ("and" for "android"), or leaves it out; and of a beginning it
 * only finds the words in the part of the index that it loads. Between quotation marks it does neither, and still takes
 * other forms of a word for the same word, so that is asked first. The dictionary, which is loaded for the first term
 * that isn't a whole word, knows what begins with the term.
 */
export async function resolveTerms(
  index: Index,
  loadDictionary: () => Promise<Dictionary>,
  terms: readonly string[],
): Promise<ResolvedTerm[]> {
  return Promise.all(
    [...new Set(terms)].map(async (term) => {
      if ((await index.count(`"${term}"`)) > 0) return { term, words: [term] };
      return { term, words: await beginningWith(index, await loadDictionary(), term) };
    }),
  );
}

/**
 * The searches that together find what the terms stand for, at most twelve:
 * `[{ words: ['water'] }, { words: ['pump', 'pumps'] }] -> ['water pump', 'water pumps']`. None where a term is missing.
 */
export function queriesOf(resolved: readonly Pick<ResolvedTerm, 'words'>[]): string[] {
  let queries: string[][] = [[]];
  for (const { words } of resolved) {
    const room = Math.max(1, Math.floor(mostQueries / queries.length));
    queries = words.slice(0, room).flatMap((word) => queries.map((query) => [...query, word]));
  }
  return queries.map((words) => words.join(' '));
}
