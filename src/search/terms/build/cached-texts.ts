/** Numbered texts between builds: only opportunities that changed are read again (build side). */
import type { CachedValue } from '../../cache/search-cache';
import type { SearchDocument } from '../../index/documents';
import {
  createWordNumbers,
  firstWord,
  numberDocument,
  type NumberedText,
  type NumberedTexts,
} from './numbered-texts';

/** The numbered texts of a build. */
interface StoredTexts {
  /** Stands for everything that all documents depend on. */
  readonly key: string;
  readonly words: readonly string[];
  /** Identifies each document. */
  readonly hashes: readonly string[];
  /** The length of each document. */
  readonly lengths: Uint32Array;
  /** One document after the other. */
  readonly numbers: Uint32Array;
}

/** A document that is read only if it isn't stored. */
interface UnreadDocument {
  /** A hash of what it is made from. */
  readonly hash: string;
  readonly read: () => SearchDocument;
}

function storedDocuments({ hashes, lengths, numbers }: StoredTexts): Map<string, NumberedText> {
  let end = 0;
  return new Map(
    hashes.map((hash, place) => [hash, numbers.subarray(end, (end += lengths[place] ?? 0))] as const),
  );
}

/** Numbers the words that documents have from 0 on: others would pile up from build to build. */
function renumber(documents: readonly NumberedText[], words: readonly string[]) {
  const places = new Int32Array(words.length).fill(-1);
  const used: string[] = [];
  const numbers = new Uint32Array(documents.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const document of documents) {
    for (const number of document) {
      const word = number - firstWord;
      if (word >= 0 && places[word] === -1) places[word] = used.push(words[word] ?? '') - 1;
      numbers[at++] = word < 0 ? number : (places[word] ?? 0) + firstWord;
    }
  }
  return { numbers, words: used };
}

/** Numbers the words of documents, and stores them for the next build. `key` is what all documents depend on. */
export function numberCachedTexts(
  unread: readonly UnreadDocument[],
  key: string,
  cached: CachedValue<StoredTexts>,
): NumberedTexts {
  const stored = cached.read();
  const known = stored?.key === key ? stored : undefined;
  const knownDocuments = known ? storedDocuments(known) : new Map<string, NumberedText>();
  const wordNumbers = createWordNumbers(known?.words);
  const documents = unread.map(
    ({ hash, read }) => knownDocuments.get(hash) ?? numberDocument(read(), wordNumbers),
  );
  const hashes = unread.map(({ hash }) => hash);
  const lengths = Uint32Array.from(documents, ({ length }) => length);
  const { numbers, words } = renumber(documents, wordNumbers.words);
  const texts = { key, words, hashes, lengths, numbers };
  cached.store(texts);
  let end = 0;
  return { words, documents: Array.from(lengths, (length) => numbers.subarray(end, (end += length))) };
}
