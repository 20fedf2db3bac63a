/** The words of a language that are spelled right, in files (build side). */
import { encodeWords } from '../words/front-coding';
import type { WordFile } from '../word-files/write-word-files';
import { readKnownWords } from './language-tables';

/** Words of a file: two to four kilobytes as hosts send it. */
const wordsInFile = 3000;

/** Divides the known words of a language into files. They are the same in every site. */
export function knownWordFiles(locale: string): WordFile[] {
  const words = readKnownWords(locale);
  const count = Math.ceil(words.length / wordsInFile);
  return Array.from({ length: count }, (_, place) => {
    const some = words.slice(place * wordsInFile, (place + 1) * wordsInFile);
    return { firstWord: some[0] ?? '', text: encodeWords(some) };
  });
}
