/** Loads everything for the search: the facet columns, the terms when there are words, and the texts of results. */
import type { TimelessCard } from '@/components/opportunity/card-at';
import { createCardLoader, type CardLoader, type SearchSource } from '../cards/load-cards.client';
import { readDictionary, type Dictionary, type DictionaryFile } from './dictionary';
import { emptyLookup, findOpportunities, type Lookup } from '../terms/find-opportunities.client';
import { openTerms } from '../terms/open-terms.client';
import type { TermsFile } from '../terms/term-directory';
import { markWords, type ExcerptPart } from '../words/excerpt';
import { tokenize } from '../words/tokenize';
import { dictionaryFile, namesFile, synonymsFile, termsFile, wordFile } from '../page/search-paths';
import { readSynonyms, type SynonymsFile } from './synonyms';
import { loadFile, loadJson, FileLoadError } from '@/components/load-file.client';
import { loadOnce, StaleSearchError } from './load-once.client';

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
  /** Starts loading the data of the next search. */
  readonly preload: () => void;
}

/**
 * Creates the search of one language. Its promises reject with a `FileLoadError` or a `StaleSearchError`; then create a
 * new engine.
 */
export function createEngine(source: SearchSource): SearchEngine {
  const { root, locale, tag, isFresh } = source;
  const load = <T>(file: string) => loadJson<T>(`${root}${file}?v=${tag}`, isFresh ? 'reload' : 'default');
  const { card, ...opportunities } = createCardLoader(source);
  const { table } = opportunities;
  const terms = loadOnce(async () => {
    const [opened, { index }] = await Promise.all([
      openTerms(locale, {
        directory: () => load<TermsFile>(termsFile(locale)),
        // Named after their content, they never change.
        words: async (name) => (await loadFile(`${root}${wordFile(locale, name)}`, 'default')).text(),
      }),
      table(),
    ]);
    if (opened.index !== index) throw new StaleSearchError();
    return opened;
  });
  const dictionary = loadOnce(async () => {
    const [read, { index }] = await Promise.all([
      load<DictionaryFile>(dictionaryFile(locale)).then(readDictionary),
      table(),
    ]);
    if (read.index !== index) throw new StaleSearchError();
    return read;
  });

  const loadSynonymsFile = loadOnce(() => load<SynonymsFile>(synonymsFile(locale)));
  const synonyms = loadOnce(async () => readSynonyms([await loadSynonymsFile()], locale));
  const names = loadOnce(async () =>
    readSynonyms(await Promise.all([loadSynonymsFile(), load<SynonymsFile>(namesFile(locale))]), locale),
  );

  const lookUpCached = async (words: string): Promise<Lookup> => {
    // Synonyms are loaded concurrently with the terms, not after them.
    synonyms().catch(() => {});
    terms().catch(() => {});
    const known = await table();
    if (known.size === 0) return emptyLookup;
    return findOpportunities(words, {
      table: known,
      terms: await terms(),
      // A search that needs one needs the other.
      dictionary: () => {
        names().catch(() => {});
        return dictionary();
      },
      synonyms,
      names,
    });
  };

  /** A failed load may mean that the site was published again: then that is the error. */
  const lookUpCurrent = async (words: string): Promise<Lookup> => {
    try {
      return await lookUpCached(words);
    } catch (error) {
      if (error instanceof FileLoadError && !isFresh) {
        const { index } = await loadJson<TermsFile>(
          `${root}${termsFile(locale)}?now=${Date.now()}`,
          'no-store',
        );
        if (index !== (await table()).index) throw new StaleSearchError();
      }
      throw error;
    }
  };

  let last: { readonly words: string; readonly found: Promise<Lookup> } | undefined;
  const found = (words: string): Promise<Lookup> => {
    if (last?.words !== words) last = { words, found: lookUpCurrent(words) };
    return last.found;
  };

  const cardOf = async (row: number, { interpretation }: Lookup): Promise<ResultCard> => {
    const found = await card(row);
    // Without words nothing of the terms is loaded.
    if (interpretation.alternatives.length === 0) return found;
    const marked = [...interpretation.alternatives.flat(), ...interpretation.related.flatMap(tokenize)];
    return { ...found, excerpt: markWords(found.summary, marked, (await terms()).language) };
  };

  return {
    ...opportunities,
    dictionary,
    find: async (words) => (words === '' ? undefined : found(words)),
    cards: async (words, rows) => {
      const lookup = words === '' ? emptyLookup : await found(words);
      return Promise.all(rows.map((row) => cardOf(row, lookup)));
    },
    preload: () => {
      // A failure here is repeated and reported when the data is needed.
      terms().catch(() => {});
      synonyms().catch(() => {});
    },
  };
}
