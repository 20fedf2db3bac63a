/**
 * The index of opportunities in shards of about four kilobytes: for each stem its forms, and for each form where it is.
 * Shards are in the order of stems, so that the forms of a word and its beginnings are mostly in one. Shared by the build and
 * the browser.
 *
 * A shard is text, a line for each stem, so that any host compresses it:
 *
 *     teach<TAB>er:Dgi<TAB>ing:CgE<TAB>=taught:B
 *
 * A form is the rest after the stem, or whole after `=`. Its postings are numbers as in source maps (five bits a
 * character, the lowest first, and a bit for more): the distance to the opportunity before, times four, plus the field.
 */

/** Where a form is in an opportunity; of several the highest, in the order of their weights (`relevance.field`). */
export const fields = { filed: 0, text: 1, organization: 2, title: 3 } as const;

export type FieldCode = (typeof fields)[keyof typeof fields];

/** One form in one opportunity. */
interface Posting {
  /** The number of the opportunity, counted from the oldest: a new one changes no other's. */
  readonly serial: number;
  readonly field: FieldCode;
}

/** A stem with its forms, each with its postings in the order of serials. */
export interface StemEntry {
  readonly stem: string;
  readonly forms: ReadonlyMap<string, readonly Posting[]>;
}

/** In the order of their values. */
export const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]));

function decodePostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let [before, number, factor] = [-1, 0, 1];
  for (let place = 0; place < text.length; place++) {
    const value = valueOf.get(text.charCodeAt(place)) ?? 0;
    number += (value % 32) * factor;
    factor *= 32;
    if (value >= 32) continue;
    before += Math.floor(number / 4) + 1;
    postings.push({ serial: before, field: (number % 4) as FieldCode });
    [number, factor] = [0, 1];
  }
  return postings;
}

/** Neighbouring words are stored like a stem, in shards of their own. */
export const pairOf = (stem: string, next: string): string => `${stem} ${next}`;

/** The stems of a shard. Postings are decoded only when a form is read. */
interface TermShard {
  /** Sorted by code units. */
  readonly stems: readonly string[];
  /** The forms of a stem, each with its postings; undefined for a stem that isn't there. */
  readonly read: (stem: string) => StemEntry | undefined;
  /** All forms, each with its stem, without decoding their postings. */
  readonly forms: () => ReadonlyMap<string, string>;
}

function splitForm(stem: string, text: string): readonly [form: string, postings: string] {
  const at = text.lastIndexOf(':');
  const name = text.slice(0, at);
  return [name.startsWith('=') ? name.slice(1) : stem + name, text.slice(at + 1)];
}

/** Reads the text of a shard. */
export function readShard(text: string): TermShard {
  const lines = text.split('\n').filter((line) => line !== '');
  const byStem = new Map(
    lines.map((line) => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)] as const;
    }),
  );
  const formsOf = (stem: string, line: string) => line.split('\t').map((form) => splitForm(stem, form));
  const known = new Map<string, StemEntry>();
  let allForms: ReadonlyMap<string, string> | undefined;
  return {
    stems: [...byStem.keys()],
    read: (stem) => {
      const line = byStem.get(stem);
      if (line === undefined) return undefined;
      const entry = known.get(stem) ?? {
        stem,
        forms: new Map(formsOf(stem, line).map(([form, postings]) => [form, decodePostings(postings)])),
      };
      known.set(stem, entry);
      return entry;
    },
    forms: () =>
      (allForms ??= new Map(
        [...byStem].flatMap(([stem, line]) => formsOf(stem, line).map(([form]) => [form, stem] as const)),
      )),
  };
}
