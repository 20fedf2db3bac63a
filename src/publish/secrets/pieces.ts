/** Finds out quickly whether a text may hold a secret that is taken apart: whether it has a piece of one. Pure. */

/** Bytes that are looked up together: as many as a number of 32 bits has. */
const gram = 4;

/** Bytes in a row that are a piece: wherever they begin, they have a gram at a multiple of four. */
const pieceLength = 2 * gram - 1;

/** Small enough for the processor's own memory, large enough that few other grams are taken for one. */
const tableBits = 17;

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
  new Uint32Array(Uint8Array.from(bytes.subarray(at, at + gram)).buffer)[0] ?? 0;

/** The numbers of a text at multiples of four in memory, and the place of the first. */
function numbersOf({ buffer, byteOffset, length }: Uint8Array): { numbers: Uint32Array; first: number } {
  const first = (gram - (byteOffset % gram)) % gram;
  const count = Math.floor((length - first) / gram);
  const numbers = count > 0 ? new Uint32Array(buffer, byteOffset + first, count) : new Uint32Array();
  return { numbers, first };
}

/** Makes what tells whether a text has seven bytes in a row of any of the spellings. */
export function pieceSearch(spellings: readonly Uint8Array[]): (text: Uint8Array) => boolean {
  const isKnown = new Uint8Array(1 << tableBits);
  const grams = new Map<number, Gram[]>();
  for (const of of spellings) {
    for (let at = 0; at + gram <= of.length; at += 1) {
      const number = numberAt(of, at);
      isKnown[hash(number)] = 1;
      const found = grams.get(number);
      if (found) found.push({ of, at });
      else grams.set(number, [{ of, at }]);
    }
  }
  if (grams.size === 0) return () => false;
  return (text) => {
    const { numbers, first } = numbersOf(text);
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index] ?? 0;
      if (isKnown[hash(number)] === 0) continue;
      const place = first + index * gram;
      if (grams.get(number)?.some((one) => alike(text, place, one) >= pieceLength) === true) return true;
    }
    return false;
  };
}
