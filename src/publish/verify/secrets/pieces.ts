/** Finds out quickly whether a text may hold a secret that is taken apart: whether it has a piece of one. Pure. */

/** Bytes that are looked up together: as many as a number of 32 bits has. */
const gram = 4;

/** Bytes in a row that are a piece: wherever they begin, they have a gram at a multiple of four. */
const pieceLength = 2 * gram - 1;

/** Its bits take 32 kB, as much as a processor has at hand, and few other grams are taken for one of a secret. */
const tableBits = 18;

/** Of four bytes as one number; the factor is that of Fibonacci hashing. */
const hash = (bytes: number) => Math.imul(bytes, 0x9e_37_79_b1) >>> (32 - tableBits);

interface Gram {
  readonly of: Uint8Array;
  readonly at: number;
}

/** How many bytes of a text and of what is looked for are the same around two places. */
function alike(text: Uint8Array, place: number, { of, at }: Gram): number {
  let before = 0;
  while (at > before && place > before && of[at - before - 1] === text[place - before - 1]) before += 1;
  let after = 0;
  while (at + after < of.length && of[at + after] === text[place + after]) after += 1;
  return before + after;
}

/** The four bytes as a number, in the order of this machine. */
const numberAt = (bytes: Uint8Array, at: number) =>
  new Int32Array(Uint8Array.from(bytes.subarray(at, at + gram)).buffer)[0] ?? 0;

/** The numbers of a text at multiples of four in memory, and the place of the first. */
function numbersOf({ buffer, byteOffset, length }: Uint8Array): { numbers: Int32Array; first: number } {
  const first = (gram - (byteOffset % gram)) % gram;
  const count = Math.floor((length - first) / gram);
  const numbers = count > 0 ? new Int32Array(buffer, byteOffset + first, count) : new Int32Array();
  return { numbers, first };
}

/** Makes what tells whether a text has seven bytes in a row of any of the spellings. */
export function pieceSearch(spellings: readonly Uint8Array[]): (text: Uint8Array) => boolean {
  const known = new Int32Array((1 << tableBits) / 32);
  const grams = new Map<number, Gram[]>();
  for (const of of spellings) {
    for (let at = 0; at + gram <= of.length; at += 1) {
      const number = numberAt(of, at);
      const key = hash(number);
      known[key >>> 5] = (known[key >>> 5] ?? 0) | (1 << (key & 31));
      const found = grams.get(number);
      if (found) found.push({ of, at });
      else grams.set(number, [{ of, at }]);
    }
  }
  if (grams.size === 0) return () => false;
  // Apart from the loop, which would make a closure for each number.
  const isPiece = (text: Uint8Array, place: number, number: number) =>
    grams.get(number)?.some((one) => alike(text, place, one) >= pieceLength) === true;
  return (text) => {
    const { numbers, first } = numbersOf(text);
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      const key = hash(number);
      if ((((known[key >>> 5] ?? 0) >>> (key & 31)) & 1) === 0) continue;
      if (isPiece(text, first + index * gram, number)) return true;
    }
    return false;
  };
}
