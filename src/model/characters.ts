/** Invisible characters: cleans texts of them. */

/**
 * Controls that change the direction of what follows (Unicode’s `Bidi_Control`). In a title they would turn the words
 * around it in lists, and the subject of an e-mail.
 */
const direction = /\p{Bidi_Control}/gu;

/** Control characters, but for tab and line feed, which lay a text out; and those that Unicode has given up. */
const control = /[[\p{Cc}\u206A-\u206F\uFFF9-\uFFFB]--[\t\n]]/gv;

/**
 * Characters of no width that get in by copying and would hide a word from search. The joiners U+200C and U+200D stay,
 * since Persian, Indic scripts and pictures of people are written with them.
 */
const withoutWidth = /[\u00AD\u180E\u200B\u2060-\u2064\uFEFF]/g;

/** Every sign for the end of a line: of Windows, of old Macs, of word processors, and of Unicode. */
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * A text that is clean as it is, as most are: printable characters below U+0300, where NFC changes nothing, and the
 * usual quotation marks, dashes and spaces above.
 */
const clean = /^[\t\n\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u202F-\u205E\u20AC]*$/;

const lineBreak = / *[\n\t][ \n\t]*/g;

const asLine = (text: string) => text.replace(lineBreak, ' ').trim();

/** A text as it can be shown anywhere, with what was wrong with it. */
export interface CleanedText {
  readonly text: string;
  /** Signs that change the direction were taken out. */
  readonly direction: boolean;
  /** Control characters were taken out. */
  readonly control: boolean;
  /** It has U+FFFD, which a program writes in place of a letter that it couldn’t read. */
  readonly lost: boolean;
}

/**
 * A text in one Unicode form (NFC), with one kind of line end (LF) and without invisible characters. A single line
 * has a space for each line break, and none around it: `'A\r\n  b\n' -> 'A b'`.
 */
export function cleanText(raw: string, singleLine: boolean): CleanedText {
  if (clean.test(raw)) {
    return { text: singleLine ? asLine(raw) : raw, direction: false, control: false, lost: false };
  }
  const lines = raw.toWellFormed().replace(lineEnd, '\n');
  const text = lines.replace(direction, '').replace(control, '').replace(withoutWidth, '').normalize('NFC');
  return {
    text: singleLine ? asLine(text) : text,
    direction: lines.search(direction) !== -1,
    control: lines.search(control) !== -1,
    lost: lines.includes('\uFFFD'),
  };
}

/** A text as a single line: `'A\r\n  b\n' -> 'A b'`. */
export const oneLine = (raw: string) => cleanText(raw, true).text;

/** The start of a text as one clean line of at most `longest` characters and an ellipsis, for a message. */
export function excerpt(raw: string, longest: number): string {
  const text = oneLine(raw);
  if (text.length <= longest) return text;
  // Not in the middle of a character that takes two.
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
