/** Encodes lines of the shards of terms (build side, pure): see `term-shard.ts`. */
import { digits, pairOf, type FieldCode } from '../term-shard';

function encodeNumber(number: number): string {
  let [text, rest] = ['', number];
  do {
    const low = rest % 32;
    rest = (rest - low) / 32;
    text += digits[rest > 0 ? low + 32 : low] ?? '';
  } while (rest > 0);
  return text;
}

/** Most numbers are small. */
const small = Array.from({ length: 4096 }, (_, number) => encodeNumber(number));

/** Packs an opportunity with the field where it has a form into a number, as shards have it. */
export const packPosting = (serial: number, field: FieldCode): number => serial * 4 + field;
export const serialOf = (posting: number): number => posting >> 2;
export const fieldOf = (posting: number): FieldCode => (posting & 3) as FieldCode;

/** Encodes packed postings in the order of their serials. */
function encodePostings(postings: Iterable<number>): string {
  let [text, after] = ['', 0];
  for (const posting of postings) {
    const number = posting - after;
    text += small[number] ?? encodeNumber(number);
    after = packPosting(serialOf(posting) + 1, 0);
  }
  return text;
}

/** A stem with its forms, each with its packed postings. */
export interface PackedStem {
  readonly stem: string;
  readonly forms: readonly (readonly [form: string, postings: Iterable<number>])[];
}

/** Encodes a stem as a line. */
export function encodeStem({ stem, forms }: PackedStem): string {
  let line = stem;
  for (const [form, postings] of forms) {
    line += form.startsWith(stem) ? `\t${form.slice(stem.length)}:` : `\t=${form}:`;
    line += encodePostings(postings);
  }
  return line;
}

/** Encodes neighbouring stems as a line, with the packed postings of both together. */
export const encodePair = (stem: string, next: string, postings: Iterable<number>): string =>
  `${pairOf(stem, next)}\t:${encodePostings(postings)}`;
