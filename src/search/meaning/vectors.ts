/**
 * Vectors of words and of opportunities, whose cosine tells how similar they are in meaning. Files have them as text: 64
 * numbers, each a hexadecimal digit. Shared by the build and the browser.
 */

/** The number of dimensions. */
export const dimensions = 64;

/** Nearly every number of a vector of length 1 is at most so far from zero. */
const widest = 2.5 / Math.sqrt(dimensions);

/** Of length 1. */
export type Vector = Readonly<Float32Array>;

function normalize(numbers: Float32Array): Vector {
  const length = Math.hypot(...numbers) || 1;
  return numbers.map((one) => one / length);
}

/** Encodes a vector, each number in sixteen steps. */
export const encodeVector = (vector: Vector): string =>
  Array.from(vector, (one) =>
    Math.max(0, Math.min(15, Math.round((one / widest) * 7.5 + 7.5))).toString(16),
  ).join('');

export const decodeVector = (digits: string): Vector =>
  normalize(Float32Array.from(digits, (digit) => Number.parseInt(digit, 16) - 7.5));

/** The cosine of two vectors: 1 for the same meaning, about 0 for any two. */
export function similarity(a: Vector, b: Vector): number {
  let sum = 0;
  for (let place = 0; place < dimensions; place++) sum += (a[place] ?? 0) * (b[place] ?? 0);
  return sum;
}

/** The direction of a sum of vectors, each times its weight; undefined for none. */
export function sumVectors(weighted: Iterable<readonly [Vector, number]>): Vector | undefined {
  const sum = new Float32Array(dimensions);
  let isEmpty = true;
  for (const [vector, weight] of weighted) {
    isEmpty = false;
    for (let place = 0; place < dimensions; place++)
      sum[place] = (sum[place] ?? 0) + weight * (vector[place] ?? 0);
  }
  return isEmpty ? undefined : normalize(sum);
}
