/** The forms in which a file may contain a secret. Pure. */
import type { Secret } from '@/config/secrets';

/** Bytes to search for. */
export interface Needle {
  readonly variable: string;
  readonly bytes: Buffer;
}

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

const formatHex = (byte: number) => byte.toString(16).padStart(2, '0');

const percentEncode = (value: Buffer, isUpper: boolean) =>
  [...value].map((byte) => `%${isUpper ? formatHex(byte).toUpperCase() : formatHex(byte)}`).join('');

/** Returns a value with every character as an escape or a reference. */
function escapedForms(value: Buffer): string[] {
  const each = (write: (byte: number) => string) => [...value].map(write).join('');
  const inHex = [
    (byte: number) => `\\u00${formatHex(byte)}`,
    (byte: number) => `\\x${formatHex(byte)}`,
    (byte: number) => `&#x${formatHex(byte)};`,
  ];
  const withHex = inHex.map(each);
  return [...withHex, ...withHex.map(inUpperHex), each((byte) => `&#${byte};`)];
}

/** Converts the digits to upper case, but not the letters that introduce them. */
const inUpperHex = (text: string) =>
  text.replaceAll(/[0-9a-f]{2}(?=\\|&|;|$)/g, (digits) => digits.toUpperCase());

/** Returns a value as text, hexadecimal and base64. */
function spellings(value: Buffer): string[] {
  const hex = value.toString('hex');
  return [value.toString(), hex, hex.toUpperCase(), ...base64Forms(value)];
}

/** Returns the different needles of each secret. */
function createNeedles(
  secrets: readonly Secret[],
  listForms: (value: Buffer) => readonly (string | Buffer)[],
): Needle[] {
  return secrets.flatMap(({ variable, value }) => {
    const forms = listForms(Buffer.from(value.reveal())).map((form) =>
      typeof form === 'string' ? Buffer.from(form) : form,
    );
    const different = new Map(forms.map((bytes) => [bytes.toString('latin1'), bytes]));
    return [...different.values()].map((bytes) => ({ variable, bytes }));
  });
}

/** Returns the forms that are searched for directly. */
export function plainNeedles(secrets: readonly Secret[]): Needle[] {
  return createNeedles(secrets, (value) => {
    const text = value.toString();
    const wide = Buffer.from(text, 'utf16le');
    return [
      ...spellings(value),
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text),
      percentEncode(value, true),
      percentEncode(value, false),
      // UTF-16, as in PDF and some picture metadata.
      wide,
      Buffer.from(wide).swap16(),
    ];
  });
}

/** Returns all forms, to search for pieces of them. */
export const secretSpellings = (secrets: readonly Secret[]) =>
  createNeedles(secrets, (value) => [
    ...spellings(value),
    ...escapedForms(value),
    percentEncode(value, true),
    percentEncode(value, false),
  ]).map(({ bytes }) => bytes);

/** With fewer letters and digits, ordinary words could match. */
const leastLetters = 16;

/** Returns the letters and digits of each form, as `extractLetters` returns them. */
export function letterNeedles(secrets: readonly Secret[]): Needle[] {
  return createNeedles(secrets, (value) =>
    spellings(value).map((text) => text.replaceAll(/[^A-Za-z0-9]/g, '')),
  ).filter(({ bytes }) => bytes.length >= leastLetters);
}
