/** Dictionaries for tests, from the words of documents. */
import { usualSpelling } from '../terms/build/count-words';
import { foldWord } from '../words/tokenize';
import type { DictionaryFile } from './dictionary';
import { encodeDictionary } from './encode-dictionary';

/** Encodes the dictionary of documents, given as the words of each. */
export function encodeWordsOf(
  documents: readonly (readonly string[])[],
  index: string,
  most?: number,
): DictionaryFile {
  const listed = documents.flatMap((words, document) =>
    [...new Set(words)].map((word) => ({ word, document })),
  );
  const words = [...Map.groupBy(listed, ({ word }) => foldWord(word))].map(([folded, all]) => ({
    folded,
    spelling: usualSpelling({
      spellings: [...Map.groupBy(all, ({ word }) => word)].map(([spelling, some]) => ({
        spelling,
        documents: some.length,
        serial: -1,
      })),
    }),
    documents: new Set(all.map(({ document }) => document)).size,
  }));
  return encodeDictionary(words, index, most);
}
