/** Writes the tables of a language. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { tablePath } from '@/search/language/language-tables';
import { encodeRelated } from '@/search/language/table-format';
import { encodeWords } from '@/search/words/front-coding';
import type { Sources } from './fetch-sources';
import { knownWords } from './known-words';
import { relatedEntries } from './related-words';

/** Compresses as much as Brotli can; the same bytes give the same result. */
function compress(bytes: Buffer): Buffer {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

const kilobytes = ({ length }: Buffer) => `${Math.round(length / 1000)} kB`;

/** Writes both tables of a language, and prints their sizes. */
export async function writeTables(
  locale: string,
  sources: Sources,
  print: (line: string) => void,
): Promise<void> {
  const entries = await relatedEntries(locale, sources);
  const pairs = entries.reduce((sum, { related }) => sum + related.length, 0);
  const relatedTable = compress(encodeRelated(entries));
  const words = knownWords(locale, sources);
  const knownTable = compress(Buffer.from(encodeWords(words)));
  mkdirSync(path.dirname(tablePath(locale, 'known')), { recursive: true });
  writeFileSync(tablePath(locale, 'related'), relatedTable);
  writeFileSync(tablePath(locale, 'known'), knownTable);
  print(`${locale}: ${entries.length} words with ${pairs} related ones, ${kilobytes(relatedTable)}`);
  print(`${locale}: ${words.length} known words, ${kilobytes(knownTable)}`);
}
