/** A short name for an id, the same in the build and in every browser. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Characters of a hash of an id. Among 10,000 known ones, one new id in seven million is taken for a known one. */
export const hashLength = 6;

/**
 * Hashes a text to `length` characters of 6 bits, at most 8: two multiplications for each UTF-16 unit, as in cyrb53 by
 * bryc (public domain).
 */
export function shortHash(text: string, length: number = hashLength): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  let hash = '';
  for (let place = 0; place < length; place++) {
    const half = place % 2 === 0 ? high : low;
    hash += letters.charAt((half >>> (6 * (place >> 1))) & 63);
  }
  return hash;
}

/** Splits hashes that are stored one after the other. */
export function splitHashes(text: string): string[] {
  const hashes: string[] = [];
  for (let start = 0; start < text.length; start += hashLength)
    hashes.push(text.slice(start, start + hashLength));
  return hashes;
}

/** Joins hashes for storage: each once, sorted, so that the same ones give the same text. */
export function joinHashes(hashes: Iterable<string>): string {
  return [...new Set(hashes)].sort().join('');
}
