/** Dictionaries for tests, from the words of documents. */
import { usualSpelling } from '../terms/count-words';
import { foldWord } from '../words/query-terms';
import type { DictionaryFile } from './dictionary';
import { encodeDictionary } from './encode-dictionary';

/** Encodes the dictionary of documents, given as the words of each. */
export function encodeWordsOf(
  documents: readonly (readonly string[])[],
  index: string,
  most?: number,
): DictionaryFile {
  const counts = Map.groupBy(
    documents.flatMap((words) => [...new Set(words)]),
    foldWord,
  );
  const words = [...counts].map(([folded, all]) => ({
    folded,
    spelling: usualSpelling(
      [...Map.groupBy(all, String)].map(([spelling, some]) => ({ spelling, documents: some.length })),
    ),
    documents: documents.filter((some) => some.some((word) => foldWord(word) === folded)).length,
  }));
  return encodeDictionary(words, index, most);
}
