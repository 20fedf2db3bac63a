/** Quick searches of bytes for many others together. Pure. */
import type { Needle } from './needles';

const hashBits = 16;

/** Hashes three bytes. */
const hash = (a: number, b: number, c: number) => ((a << 10) ^ (b << 5) ^ c) & ((1 << hashBits) - 1);

/**
 * Creates a function that returns the first needle in some bytes, by Wu and Manber's algorithm, which reads about one byte
 * in ten. Each needle has at least three bytes.
 */
export function createNeedleSearch(needles: readonly Needle[]): (bytes: Uint8Array) => Needle | undefined {
  const shortest = Math.min(...needles.map(({ bytes }) => bytes.length));
  if (needles.length === 0) return () => undefined;
  /** How far to advance after three bytes that end no needle here. */
  const shifts = new Uint8Array(1 << hashBits).fill(Math.min(255, shortest - 2));
  const endings = new Map<number, Needle[]>();
  for (const needle of needles) {
    const { bytes } = needle;
    for (let end = 2; end < shortest; end += 1) {
      const key = hash(bytes[end - 2] ?? 0, bytes[end - 1] ?? 0, bytes[end] ?? 0);
      shifts[key] = Math.min(shifts[key] ?? 0, shortest - 1 - end);
      if (end === shortest - 1) endings.set(key, [...(endings.get(key) ?? []), needle]);
    }
  }
  return (bytes) => {
    for (let end = shortest - 1; end < bytes.length;) {
      const key = hash(bytes[end - 2] ?? 0, bytes[end - 1] ?? 0, bytes[end] ?? 0);
      const shift = shifts[key] ?? 0;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const start = end - shortest + 1;
      const found = endings
        .get(key)
        ?.find((needle) => needle.bytes.every((byte, at) => bytes[start + at] === byte));
      if (found) return found;
      end += 1;
    }
    return undefined;
  };
}

/** Bytes that are looked up together: as many as an integer of 32 bits has. */
const gram = 4;

/** Bytes of a piece: wherever it begins, it contains an aligned group of four bytes. */
const pieceLength = 2 * gram - 1;

/** The table takes 32 kB, which fits a processor's cache, and has few false matches. */
const tableBits = 18;

/** Hashes four bytes as one number, with the factor of Fibonacci hashing. */
const hashNumber = (bytes: number) => Math.imul(bytes, 0x9e_37_79_b1) >>> (32 - tableBits);

interface Gram {
  readonly of: Uint8Array;
  readonly at: number;
}

/** Counts the equal bytes around two positions. */
function countEqualBytes(text: Uint8Array, place: number, { of, at }: Gram): number {
  let before = 0;
  while (at > before && place > before && of[at - before - 1] === text[place - before - 1]) before += 1;
  let after = 0;
  while (at + after < of.length && of[at + after] === text[place + after]) after += 1;
  return before + after;
}

/** Returns four bytes as a number, in the byte order of the machine. */
const readNumber = (bytes: Uint8Array, at: number) =>
  new Int32Array(Uint8Array.from(bytes.subarray(at, at + gram)).buffer)[0] ?? 0;

/** Returns the aligned numbers of a text, and the position of the first. */
function alignNumbers({ buffer, byteOffset, length }: Uint8Array): { numbers: Int32Array; first: number } {
  const first = (gram - (byteOffset % gram)) % gram;
  const count = Math.floor((length - first) / gram);
  const numbers = count > 0 ? new Int32Array(buffer, byteOffset + first, count) : new Int32Array();
  return { numbers, first };
}

/** Creates a function that tells whether a text contains seven consecutive bytes of a spelling. */
export function createPieceSearch(spellings: readonly Uint8Array[]): (text: Uint8Array) => boolean {
  const known = new Int32Array((1 << tableBits) / 32);
  const grams = new Map<number, Gram[]>();
  for (const of of spellings) {
    for (let at = 0; at + gram <= of.length; at += 1) {
      const number = readNumber(of, at);
      const key = hashNumber(number);
      known[key >>> 5] = (known[key >>> 5] ?? 0) | (1 << (key & 31));
      const found = grams.get(number);
      if (found) found.push({ of, at });
      else grams.set(number, [{ of, at }]);
    }
  }
  if (grams.size === 0) return () => false;
  // Outside the loop, which would create a closure for each number.
  const isPiece = (text: Uint8Array, place: number, number: number) =>
    grams.get(number)?.some((one) => countEqualBytes(text, place, one) >= pieceLength) === true;
  return (text) => {
    const { numbers, first } = alignNumbers(text);
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      const key = hashNumber(number);
      if ((((known[key >>> 5] ?? 0) >>> (key & 31)) & 1) === 0) continue;
      if (isPiece(text, first + index * gram, number)) return true;
    }
    return false;
  };
}
