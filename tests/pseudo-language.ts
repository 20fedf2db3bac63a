/**
 * A language that nobody speaks, to see what a further one takes and what its words do to the layout: every Latin
 * letter becomes an Arabic one, so that it runs from right to left, and what it says stays in its place.
 */

const latin = 'abcdefghijklmnopqrstuvwxyz';
/** As many letters, in no meaningful order. */
const arabic = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';

/** What a program reads stays as it is: gaps, addresses in Markdown and in the open. */
const kept = /\{\w+\}|\]\([^)]*\)|https?:\/\/\S+|[\w.+-]+@[\w.-]+/g;

const turn = (text: string) =>
  text.replaceAll(/[a-z]/gi, (letter) => arabic[latin.indexOf(letter.toLowerCase())] ?? letter);

/** A text in that language, as long as it was: `'Page {n}' -> 'عاحه {n}'`. */
export function pseudo(text: string): string {
  let done = '';
  let from = 0;
  for (const match of text.matchAll(kept)) {
    done += turn(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return done + turn(text.slice(from));
}

/** How much longer than English an interface must be able to become, as a share of its letters. */
const growth = 0.35;

/** A message in that language: in brackets, which show where it begins and ends, and longer by a third. */
export function pseudoMessage(text: string): string {
  const more = Math.ceil(text.replaceAll(kept, '').length * growth);
  const words = turn('lorem ipsum dolor sit amet '.repeat(Math.ceil(more / 27)))
    .slice(0, more)
    .trim();
  return `[${pseudo(text)}${more > 3 ? ` ${words}` : words}]`;
}

/** Fields of an entry that are no words. */
const noWords = new Set(['slug', 'formerSlugs', 'key', 'url', 'address', 'href']);

/** An entry's fields of one language in that language, whatever their shape. Addresses and keys stay. */
export function pseudoFields(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value);
  if (Array.isArray(value)) return value.map(pseudoFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, noWords.has(key) ? inner : pseudoFields(inner)]),
  );
}
