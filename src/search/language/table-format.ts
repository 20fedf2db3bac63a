/**
 * The format of the tables of a language: words in alphabetical order, each without the letters that it begins with as
 * the one before, and related words as two-byte numbers of words. Compressed, this takes half of what text takes.
 */

import { decodeWords, encodeWords } from '../words/front-coding';

/** A word and words that are related to it, best first. */
export interface RelatedEntry {
  readonly word: string;
  readonly related: readonly string[];
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Encodes entries: the words, a zero byte, and for each word the number of its related words and their places among the
 * words. Throws a `RangeError` above 65,536 words.
 */
export function encodeRelated(entries: readonly RelatedEntry[]): Buffer {
  const relatedOf = new Map(entries.map(({ word, related }) => [word, related]));
  const words = [...new Set([...relatedOf.keys(), ...entries.flatMap(({ related }) => related)])].sort(
    byCodeUnits,
  );
  if (words.length > 0x10000) throw new RangeError(`${words.length} words don’t fit into two bytes.`);
  const places = new Map(words.map((word, place) => [word, place]));
  const bytes = words.flatMap((word) => {
    const related = relatedOf.get(word) ?? [];
    const pairs = related.map((other) => places.get(other) ?? 0);
    return [related.length, ...pairs.flatMap((place) => [place >> 8, place & 0xff])];
  });
  return Buffer.concat([Buffer.from(`${encodeWords(words)}\0`), Buffer.from(bytes)]);
}

/** Decodes what `encodeRelated` encoded, in the order of words. */
export function decodeRelated(bytes: Buffer): RelatedEntry[] {
  const end = bytes.indexOf(0);
  const words = decodeWords(bytes.toString('utf8', 0, end));
  const entries: RelatedEntry[] = [];
  let at = end + 1;
  for (const word of words) {
    const count = bytes.readUInt8(at);
    const related = Array.from(
      { length: count },
      (_, index) => words[bytes.readUInt16BE(at + 1 + index * 2)] ?? '',
    );
    if (count > 0) entries.push({ word, related });
    at += 1 + count * 2;
  }
  return entries;
}
