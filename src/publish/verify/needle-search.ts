/** Bytes to search for, in the value of a variable. */
export interface Needle {
  readonly variable: string;
  readonly bytes: Buffer;
}

const hashBits = 18;

/** Hashes three bytes. */
const hash = (a = 0, b = 0, c = 0) => ((a << 11) ^ (b << 6) ^ c) & ((1 << hashBits) - 1);

/**
 * Creates a function that returns the first needle in some bytes, by Wu and Manber's algorithm, which reads one byte in ten
 * where needles are long. Each needle has at least three bytes. It runs over every byte of a site.
 */
export function createNeedleSearch(needles: readonly Needle[]): (bytes: Uint8Array) => Needle | undefined {
  if (needles.length === 0) return () => undefined;
  const shortest = Math.min(...needles.map(({ bytes }) => bytes.length));
  /** How far to advance after three bytes that end no needle here. */
  const shifts = new Uint8Array(1 << hashBits).fill(Math.min(255, shortest - 2));
  const endings = new Map<number, Needle[]>();
  for (const needle of needles) {
    const { bytes } = needle;
    for (let end = 2; end < shortest; end += 1) {
      const key = hash(bytes[end - 2], bytes[end - 1], bytes[end]);
      shifts[key] = Math.min(shifts[key] ?? 0, shortest - 1 - end);
      if (end < shortest - 1) continue;
      const found = endings.get(key);
      if (found) found.push(needle);
      else endings.set(key, [needle]);
    }
  }
  return (bytes) => {
    for (let end = shortest - 1; end < bytes.length;) {
      const key = hash(bytes[end - 2], bytes[end - 1], bytes[end]);
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
