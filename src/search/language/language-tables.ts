/** Reads what the build knows of a language: words that are spelled right, and what words mean (build side). */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { decodeWords } from '../words/front-coding';
import type { WordFile } from '../word-files/write-word-files';

/** The tables that `packages/word-tables` writes; where they come from is in the `NOTICE.md` beside each. */
const tableFiles = { known: 'known.txt.br', vectors: 'vectors.txt.br' } as const;

/** The path of a language’s table. */
export function tablePath(locale: string, table: keyof typeof tableFiles): string {
  return fileURLToPath(new URL(`${locale}/${tableFiles[table]}`, import.meta.url));
}

function readLines(locale: string, table: keyof typeof tableFiles): readonly string[] {
  const file = tablePath(locale, table);
  return existsSync(file) ? brotliDecompressSync(readFileSync(file)).toString().trimEnd().split('\n') : [];
}

/** Calls a function once for each language. */
function once<Result>(read: (locale: string) => Result): (locale: string) => Result {
  const results = new Map<string, Result>();
  return (locale) => {
    const result = results.get(locale) ?? read(locale);
    results.set(locale, result);
    return result;
  };
}

/** The folded words of a language in all forms that people type, in files; none in a language without a table. */
export const knownWordFiles = once((locale): readonly WordFile[] =>
  readLines(locale, 'known').map((text) => ({ firstWord: decodeWords(text)[0] ?? '', text })),
);

/** The vector of each stem of a language, as text; none in a language without a table. */
export const readWordVectors = once(
  (locale): ReadonlyMap<string, string> =>
    new Map(
      readLines(locale, 'vectors').map((line) => {
        const [stem = '', digits = ''] = line.split('\t');
        return [stem, digits];
      }),
    ),
);
