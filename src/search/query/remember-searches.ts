/** Keeps a lookup from asking the index for the same twice. */
import type { Index } from './pagefind.client';

/**
 * An index that searches for the same words only once, as long as no more of it is loaded: what thousands of documents
 * have takes it up to 100 ms.
 */
export function rememberSearches(index: Index): Index {
  const kept = new Map<string | null, ReturnType<Index['search']>>();
  return {
    ...index,
    search: (words) => {
      const results = kept.get(words) ?? index.search(words);
      kept.set(words, results);
      return results;
    },
    preload: (word) => {
      kept.clear();
      return index.preload(word);
    },
  };
}
