/** Writes the tables of a language. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { tablePath } from '@/search/language/language-tables';
import { encodeWords } from '@/search/words/front-coding';
import { loadLanguage } from '@/search/words/load-language';
import type { EnglishVectors } from './english-vectors';
import type { Sources } from './fetch-sources';
import { knownWords } from './known-words';
import { readTranslations } from './translations';
import { wordVectors } from './word-vectors';

/** Words of a line, which becomes a file of a site: two to four kilobytes as hosts send it. */
const wordsInLine = 3000;

function writeTable(
  locale: string,
  table: Parameters<typeof tablePath>[1],
  lines: readonly string[],
): string {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  const bytes = brotliCompressSync(`${lines.join('\n')}\n`, { params });
  mkdirSync(path.dirname(tablePath(locale, table)), { recursive: true });
  writeFileSync(tablePath(locale, table), bytes);
  return `${Math.round(bytes.length / 1000)} kB`;
}

/** Writes both tables of a language, and prints their sizes. The same sources give the same bytes. */
export async function writeTables(
  locale: string,
  sources: Sources,
  english: EnglishVectors,
  print: (line: string) => void,
): Promise<void> {
  const known = knownWords(locale, sources);
  const knownLines = Array.from({ length: Math.ceil(known.length / wordsInLine) }, (_, place) =>
    encodeWords(known.slice(place * wordsInLine, (place + 1) * wordsInLine)),
  );
  print(`${locale}: ${known.length} known words, ${writeTable(locale, 'known', knownLines)}`);
  const translations = locale === 'en' ? undefined : readTranslations(locale, sources);
  const vectors = wordVectors(english, translations, await loadLanguage(locale));
  print(`${locale}: ${vectors.length} vectors, ${writeTable(locale, 'vectors', vectors)}`);
}
