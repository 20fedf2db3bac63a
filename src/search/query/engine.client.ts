/** The search of a language: the facet columns, the texts of results, and searches by words, which are loaded with the first. */
import type { TimelessCard } from '@/components/opportunity/card-at';
import { createCardLoader, type CardLoader, type SearchSource } from '../cards/load-cards.client';
import type { ExcerptPart } from '../words/excerpt';
import type { Dictionary } from './dictionary';
import { loadOnce } from './load-once.client';
import type { Lookup } from './lookup';

/** The card of a result. */
export interface ResultCard extends TimelessCard {
  /** The summary with the words of the search marked, where it has them. */
  readonly excerpt?: readonly ExcerptPart[] | undefined;
}

export interface SearchEngine extends Omit<CardLoader, 'card'> {
  /** The words of the index. */
  readonly dictionary: () => Promise<Dictionary>;
  /** The rows found by the words, and their interpretation; undefined for no words. */
  readonly find: (words: string) => Promise<Lookup | undefined>;
  /** The cards of rows, with the words marked. */
  readonly cards: (words: string, rows: readonly number[]) => Promise<readonly ResultCard[]>;
  /** Starts loading what the next search by words needs. */
  readonly preload: () => void;
}

/**
 * Creates the search of one language. Its promises reject where something can't be loaded, or is of another build; then
 * create a new engine.
 */
export function createEngine(source: SearchSource): SearchEngine {
  const { card, ...opportunities } = createCardLoader(source);
  const wordSearch = loadOnce(async () => {
    const { createWordSearch } = await import('./word-search.client');
    return createWordSearch(source, opportunities.table);
  });
  const find = async (words: string) => (words === '' ? undefined : (await wordSearch()).find(words));

  return {
    ...opportunities,
    dictionary: async () => (await wordSearch()).dictionary(),
    find,
    cards: async (words, rows) => {
      const lookup = await find(words);
      return Promise.all(
        rows.map(async (row) => {
          const found = await card(row);
          return lookup
            ? { ...found, excerpt: await (await wordSearch()).mark(found.summary, lookup) }
            : found;
        }),
      );
    },
    preload: () => {
      wordSearch().then(
        ({ preload }) => preload(),
        () => {},
      );
    },
  };
}
