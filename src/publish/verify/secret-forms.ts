/**
 * The forms in which a file may contain a secret. What an editor wrote letter by letter, as references or escapes, is found in
 * the content, before any file is made of it. Pure.
 */
import type { Secret } from '@/config/secrets';
import type { Needle } from './needle-search';

/** Returns a secret as base64 within a longer text, for each of the three positions at which it can begin. */
function base64Forms(value: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), value])
      .toString('base64')
      .replace(/=+$/, '');
    // A character of base64 has six bits: those that share bits with the surrounding text are left out.
    const own = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + value.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Returns a value as text, hexadecimal and base64. */
function spellings(value: Buffer): string[] {
  const hex = value.toString('hex');
  return [value.toString(), hex, hex.toUpperCase(), ...base64Forms(value)];
}

/** Returns the different forms of each secret. */
const listNeedles = (secrets: readonly Secret[], listForms: (value: Buffer) => readonly Buffer[]): Needle[] =>
  secrets.flatMap(({ variable, value }) => {
    const forms = listForms(Buffer.from(value.reveal()));
    const different = new Map(forms.map((bytes) => [bytes.toString('latin1'), bytes]));
    return [...different.values()].map((bytes) => ({ variable, bytes }));
  });

function listForms(value: Buffer): Buffer[] {
  const text = value.toString();
  // UTF-16, as in PDF and some picture metadata.
  const wide = Buffer.from(text, 'utf16le');
  const written = [...spellings(value), JSON.stringify(text).slice(1, -1), encodeURIComponent(text)];
  return [...written.map((form) => Buffer.from(form)), wide, Buffer.from(wide).swap16()];
}

/** Returns the forms that are searched for directly. */
export const plainNeedles = (secrets: readonly Secret[]): Needle[] => listNeedles(secrets, listForms);

/** Bytes of a piece. */
const pieceLength = 7;

/** Returns all pieces of these forms. */
export const pieceNeedles = (secrets: readonly Secret[]): Needle[] =>
  listNeedles(secrets, (value) =>
    listForms(value).flatMap((form) =>
      Array.from({ length: form.length - pieceLength + 1 }, (_, at) => form.subarray(at, at + pieceLength)),
    ),
  );

/** With fewer letters and digits, ordinary words could match. */
const leastLetters = 16;

/** Returns the letters and digits of each secret, as `extractLetters` returns them. */
export const letterNeedles = (secrets: readonly Secret[]): Needle[] =>
  listNeedles(secrets, (value) => spellings(value).map((text) => Buffer.from(keepLetters(text)))).filter(
    ({ bytes }) => bytes.length >= leastLetters,
  );

const keepLetters = (text: string) => text.replaceAll(/[^A-Za-z0-9]+/g, '');

/** References and escapes: `&#97;`, `&#x61;`, `&shy;`, `\u0061`, `\x61`, `%61`, `\n`. */
const escape =
  /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,32}));|\\u([\da-f]{4})|\\x([\da-f]{2})|%([\da-f]{2})|\\./gis;

/** Decodes letters, digits, and what begins and ends a tag; removes other references and escapes. */
function decode(_whole: string, decimal?: string, ...others: (string | undefined)[]): string {
  // The place and the text follow.
  const [hex, name, ...escaped] = others.slice(0, 5);
  if (name !== undefined) return { lt: '<', gt: '>' }[name] ?? '';
  const digits = [hex, ...escaped].find((one) => one !== undefined);
  const code = decimal === undefined ? Number.parseInt(digits ?? '0', 16) : Number(decimal);
  return code < 256 ? String.fromCharCode(code) : '';
}

/**
 * Returns the letters and digits of a text without the signs between them, such as markup, spaces and invisible ones: those
 * outside tags, and those in tags. `abc<b title="x">&#100;ef</b> -> [abcdef, btitlexb]`
 */
export function extractLetters(text: string): readonly [words: string, tags: string] {
  const decoded = /[&\\%]/.test(text) ? text.replaceAll(escape, decode) : text;
  const tags: string[] = [];
  const words = decoded.replaceAll(/<[a-z/!?][^>]*(?:>|$)/gi, (tag) => {
    tags.push(tag);
    return '';
  });
  return [keepLetters(words), keepLetters(tags.join(''))];
}
