/** Reads what the build knows of a language: related words, and words that are spelled right (build side). */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { decodeWords } from '../words/front-coding';
import { decodeRelated, type RelatedEntry } from './table-format';

/** The tables that `npm run word-tables` writes; where they come from is in the `NOTICE.md` beside each. */
const tableFiles = { related: 'related.bin.br', known: 'known.txt.br' } as const;

/** The path of a language’s table. */
export function tablePath(locale: string, table: keyof typeof tableFiles): string {
  return fileURLToPath(new URL(`${locale}/${tableFiles[table]}`, import.meta.url));
}

function readTable(locale: string, table: keyof typeof tableFiles): Buffer | undefined {
  const file = tablePath(locale, table);
  return existsSync(file) ? brotliDecompressSync(readFileSync(file)) : undefined;
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

/** Words in their spelling with their related words, best first; none in a language without a table. */
export const readRelatedEntries = once((locale): readonly RelatedEntry[] => {
  const table = readTable(locale, 'related');
  return table ? decodeRelated(table) : [];
});

/** Folded words of the language in all forms that people type, sorted; none in a language without a table. */
export const readKnownWords = once((locale): readonly string[] => {
  const table = readTable(locale, 'known');
  return table ? decodeWords(table.toString()) : [];
});
