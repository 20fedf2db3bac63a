/** Reads a bilingual dictionary of FreeDict, in the format of the program dictd. */
import type { Sources } from './fetch-sources';

/** Of each word in lower case its senses, each with its translations, the usual ones first. */
export type BilingualDictionary = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The digits of numbers in the index, in the order of their values. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const readNumber = (text: string) =>
  Array.from(text).reduce((number, digit) => number * digits.length + digits.indexOf(digit), 0);

/**
 * The senses of an entry: below the word, a line with the translations of each, and lines that explain it.
 *
 *     bourse /buʁs/ <n, fem>
 *     1. bolsa, zurrón
 *     Petit sac de peau …
 *     2. beca
 */
export function readSenses(entry: string): string[][] {
  const [, ...lines] = entry.split('\n');
  const isNumbered = (line: string) => /^\d+\. ./u.test(line);
  return lines
    .filter((line, place) => isNumbered(line) || (place === 0 && line !== '' && !line.startsWith('(')))
    .map((line) =>
      line
        .replace(/^\d+\. | \d+\.$/gu, '')
        .toLowerCase()
        .split(/[,;] /u)
        .map((word) => word.trim()),
    );
}

/** Reads the dictionary of two languages: `fra-spa`. */
export function readDictionary({ read, unpack }: Sources, languages: string): BilingualDictionary {
  const entries = unpack(`dictd/freedict-${languages}.dict.dz`);
  const dictionary = new Map<string, string[][]>();
  for (const line of read(`dictd/freedict-${languages}.index`).split('\n')) {
    const [word = '', start = '', length = ''] = line.split('\t');
    if (length === '' || word.startsWith('00database')) continue;
    const from = readNumber(start);
    const senses = readSenses(entries.toString('utf8', from, from + readNumber(length)));
    const known = dictionary.get(word.toLowerCase()) ?? [];
    dictionary.set(word.toLowerCase(), [...known, ...senses]);
  }
  return dictionary;
}
