/** Texts of any characters for random tests. */
import fc from 'fast-check';

/**
 * Any code points, without halves of pairs. The unit `binary` of `fc.string` gives the same, but it takes more than a second
 * to be made.
 */
export const anyText = (maxLength = 20): fc.Arbitrary<string> =>
  fc.array(fc.nat(0x10_ffff), { maxLength }).map((points) => String.fromCodePoint(...points).toWellFormed());
