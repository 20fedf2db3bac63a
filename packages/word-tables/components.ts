/** The principal components of vectors. */
type Numbers = readonly number[];

const dot = (a: Numbers, b: Numbers): number => a.reduce((sum, one, place) => sum + one * (b[place] ?? 0), 0);

/** The product of a matrix, row by row, and a vector. */
export const multiply = (rows: readonly Numbers[], vector: Numbers): number[] =>
  rows.map((row) => dot(row, vector));

/** A vector of length 1 in the same direction. */
export function normalized(vector: Numbers): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((one) => one / length);
}

/** Turns vectors so that each is at a right angle to those before it (Gram and Schmidt). */
function orthogonal(vectors: readonly Numbers[]): number[][] {
  const done: number[][] = [];
  for (const vector of vectors) {
    let rest = [...vector];
    for (const one of done) {
      const along = dot(rest, one);
      rest = rest.map((number, place) => number - along * (one[place] ?? 0));
    }
    done.push(normalized(rest));
  }
  return done;
}

/** Rounds after which directions don’t change any more. */
const rounds = 300;

/** Finds the directions in which centred vectors differ most, the first ones of so many (orthogonal iteration). */
export function principalComponents(vectors: readonly Numbers[], count: number): number[][] {
  const size = vectors[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      vectors.reduce((sum, vector) => sum + (vector[row] ?? 0) * (vector[column] ?? 0), 0),
    ),
  );
  let found = orthogonal(
    Array.from({ length: count }, (_, row) =>
      Array.from({ length: size }, (_, column) => Math.cos(1 + row * size + column)),
    ),
  );
  for (let round = 0; round < rounds; round++)
    found = orthogonal(found.map((one) => multiply(covariance, one)));
  return found;
}
