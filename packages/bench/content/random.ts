/** Pseudorandom numbers that are the same on every machine, so that generated content is comparable. */

/** A stream of random choices. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Any item with the same probability. Throws a `RangeError` for an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The first item most often, and the n-th about n times less, like words and subjects in real texts. */
  readonly favour: <T>(items: readonly T[]) => T;
  /** All items in another order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** Mulberry32, a public-domain generator by Tommy Ettinger. Its 32 bits of state are enough for invented texts. */
function createMulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('There is nothing to choose from.');
  return items[index] as T;
}

/** Creates the stream of a seed. `part` gives each entry its own stream, so that a further entry changes no other. */
export function createRandom(seed: number, part = 0): Random {
  const next = createMulberry32(Math.imul(seed, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b));
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
    // The integral of 1/x: the probability of index i is ln((i + 2) / (i + 1)) / ln(length + 1).
    favour: (items) => itemAt(items, Math.floor((items.length + 1) ** next()) - 1),
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
