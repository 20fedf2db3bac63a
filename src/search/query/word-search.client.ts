/** Searches by words: its code and its files are loaded with the first. */
import { loadFile, loadJson } from '@/components/load-file.client';
import type { CardLoader, SearchSource } from '../cards/load-cards.client';
import type { MeaningFile } from '../meaning/meaning-file';
import {
  dictionaryFile,
  meaningFile,
  namesFile,
  synonymsFile,
  termsFile,
  wordFile,
} from '../page/search-paths';
import { findOpportunities } from '../terms/find-opportunities.client';
import { openTerms } from '../terms/open-terms.client';
import type { TermsFile } from '../terms/term-directory';
import { markWords, type ExcerptPart } from '../words/excerpt';
import { loadLanguage } from '../words/load-language';
import { readDictionary, type Dictionary, type DictionaryFile } from './dictionary';
import { assertSameBuild, loadOnce } from './load-once.client';
import { emptyLookup, type Lookup } from './lookup';
import { readSynonyms, type SynonymsFile } from './synonyms';

export interface WordSearch {
  /** The words of the index. */
  readonly dictionary: () => Promise<Dictionary>;
  readonly find: (words: string) => Promise<Lookup>;
  /** Marks the words of a search in a text; undefined where it has none. */
  readonly mark: (text: string, lookup: Lookup) => Promise<readonly ExcerptPart[] | undefined>;
  /** Starts loading the data of the next search. */
  readonly preload: () => void;
}

/** Creates the search by words of one language. */
export function createWordSearch(
  { root, locale, tag, isFresh }: SearchSource,
  table: CardLoader['table'],
): WordSearch {
  const load = <T>(file: string) => loadJson<T>(`${root}${file}?v=${tag}`, isFresh ? 'reload' : 'default');
  /** A file of the same build as the columns. */
  const loadSame = async <T extends { readonly index: string }>(file: string): Promise<T> => {
    const [loaded, { index }] = await Promise.all([load<T>(file), table()]);
    assertSameBuild(loaded.index === index);
    return loaded;
  };
  /** Named after their content, files of words never change. */
  const loadWords = async (name: string) => (await loadFile(`${root}${wordFile(locale, name)}`)).text();
  const terms = loadOnce(async () => {
    const [directory, language] = await Promise.all([
      loadSame<TermsFile>(termsFile(locale)),
      loadLanguage(locale),
    ]);
    return openTerms(directory, language, loadWords);
  });
  const dictionary = loadOnce(async () =>
    readDictionary(await loadSame<DictionaryFile>(dictionaryFile(locale))),
  );
  const loadSynonymsFile = loadOnce(() => load<SynonymsFile>(synonymsFile(locale)));
  const synonyms = loadOnce(async () => readSynonyms([await loadSynonymsFile()], locale));
  const names = loadOnce(async () =>
    readSynonyms(await Promise.all([loadSynonymsFile(), load<SynonymsFile>(namesFile(locale))]), locale),
  );
  const similar = loadOnce(async () => {
    const [file, { openMeaning }] = await Promise.all([
      loadSame<MeaningFile>(meaningFile(locale)),
      import('../meaning/find-similar.client'),
    ]);
    return openMeaning(file, loadWords);
  });
  const preload = () => {
    // A failure here is repeated and reported when the data is needed.
    terms().catch(() => {});
    synonyms().catch(() => {});
  };

  const lookUp = async (words: string): Promise<Lookup> => {
    preload();
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
      similar,
    });
  };

  let last: { readonly words: string; readonly found: Promise<Lookup> } | undefined;
  return {
    dictionary,
    preload,
    find: (words) => {
      if (last?.words !== words) last = { words, found: lookUp(words) };
      return last.found;
    },
    mark: async (text, { interpretation: { alternatives } }) =>
      markWords(text, alternatives.flat(), (await terms()).language),
  };
}
