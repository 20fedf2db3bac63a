/**
 * The index of opportunities in files of about four kilobytes: for each stem its forms, and for each form where it is and how
 * much. Files are in the order of stems, so that the forms of a word and its beginnings are mostly in one. Shared by the
 * build and the browser.
 *
 * A file is text, a line for each stem, so that any host compresses it:
 *
 *     teach<TAB>er:Dgi<TAB>ing:CgE<TAB>=taught:B
 *
 * A form is the rest after the stem, or whole after `=`. Its postings are numbers as in source maps (five bits a
 * character, the lowest first, and a bit for more): the distance to the opportunity before, times eight, plus the level of its
 * weight.
 */

/**
 * The weight of a form in an opportunity: how often it is there, each time as much as its field (`relevance.field`), rounded
 * down to one of these levels. The least is that of what it is only filed under.
 */
export const weightLevels = [0.4, 1, 2, 3, 5, 7, 10, 15] as const;

/** One form in one opportunity. */
export interface Posting {
  /** The number of the opportunity, counted from the oldest: a new one changes no other's. */
  readonly serial: number;
  readonly weight: number;
}

/** A stem with its forms, each with its postings in the order of serials. */
export interface StemEntry {
  readonly stem: string;
  readonly forms: ReadonlyMap<string, readonly Posting[]>;
}

/** In the order of their values. */
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map(Array.from(digits, (digit, value) => [digit.charCodeAt(0), value]));

function encodeNumber(number: number): string {
  let [text, rest] = ['', number];
  do {
    const low = rest % 32;
    rest = (rest - low) / 32;
    text += digits[rest > 0 ? low + 32 : low] ?? '';
  } while (rest > 0);
  return text;
}

function encodePostings(postings: readonly Posting[]): string {
  let [text, before] = ['', -1];
  for (const { serial, weight } of postings) {
    const level = Math.max(
      0,
      weightLevels.findLastIndex((one) => one <= weight),
    );
    text += encodeNumber((serial - before - 1) * weightLevels.length + level);
    before = serial;
  }
  return text;
}

/** Encodes a stem as a line. */
export function encodeStem({ stem, forms }: StemEntry): string {
  const parts = Array.from(
    forms,
    ([form, postings]) =>
      `${form.startsWith(stem) ? form.slice(stem.length) : `=${form}`}:${encodePostings(postings)}`,
  );
  return [stem, ...parts].join('\t');
}

function decodePostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let [before, number, factor] = [-1, 0, 1];
  for (let place = 0; place < text.length; place++) {
    const value = valueOf.get(text.charCodeAt(place)) ?? 0;
    number += (value % 32) * factor;
    factor *= 32;
    if (value >= 32) continue;
    before += Math.floor(number / weightLevels.length) + 1;
    postings.push({ serial: before, weight: weightLevels[number % weightLevels.length] ?? 0 });
    [number, factor] = [0, 1];
  }
  return postings;
}

/** The stems of a file. Postings are decoded only when a form is read. */
interface StemFile {
  /** The forms of a stem, each with its postings; undefined for a stem that isn't there. */
  readonly read: (stem: string) => StemEntry | undefined;
  /** All forms, each with its stem. */
  readonly stemOf: ReadonlyMap<string, string>;
}

/** Reads the text of a file. */
export function readStemFile(text: string): StemFile {
  const stemOf = new Map<string, string>();
  const packed = new Map<string, (readonly [form: string, postings: string])[]>();
  for (const line of text.split('\n')) {
    const [stem = '', ...parts] = line.split('\t');
    const forms = parts.map((part) => {
      const at = part.lastIndexOf(':');
      const name = part.slice(0, at);
      return [name.startsWith('=') ? name.slice(1) : stem + name, part.slice(at + 1)] as const;
    });
    for (const [form] of forms) stemOf.set(form, stem);
    if (forms.length > 0) packed.set(stem, forms);
  }
  const known = new Map<string, StemEntry>();
  const read = (stem: string): StemEntry | undefined => {
    const forms = packed.get(stem);
    if (!forms || known.has(stem)) return known.get(stem);
    const entry = { stem, forms: new Map(forms.map(([form, some]) => [form, decodePostings(some)])) };
    known.set(stem, entry);
    return entry;
  };
  return { read, stemOf };
}
