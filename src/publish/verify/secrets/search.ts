/** Searches for many byte strings together, by Wu and Manber's algorithm, which reads about one byte in ten. Pure. */
import type { Needle } from './needles';

const hashBits = 16;

/** Hashes three bytes. */
const hash = (a: number, b: number, c: number) => ((a << 10) ^ (b << 5) ^ c) & ((1 << hashBits) - 1);

/** Creates a function that returns the first needle in some bytes. Each needle has at least three bytes. */
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
