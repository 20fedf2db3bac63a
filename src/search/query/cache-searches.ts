/** Caches the searches of one lookup. */
import type { PagefindIndex } from './pagefind.client';

/**
 * An index that runs each search only once, until more of it is loaded: words in thousands of documents take it up to
 * 100 ms.
 */
export function cacheSearches(index: PagefindIndex): PagefindIndex {
  const cached = new Map<string | null, ReturnType<PagefindIndex['search']>>();
  return {
    ...index,
    search: (words) => {
      const results = cached.get(words) ?? index.search(words);
      cached.set(words, results);
      return results;
    },
    preload: (word) => {
      cached.clear();
      return index.preload(word);
    },
  };
}
