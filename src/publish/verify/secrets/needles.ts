/** The forms in which a secret may stand in a file. Pure. */
import type { Secret } from '@/config/secrets';

/** What is looked for, byte by byte. */
export interface Needle {
  readonly variable: string;
  readonly bytes: Buffer;
}

/** A secret as base64 within a longer text: at each of the three places at which it can begin, without its neighbours. */
function base64Forms(value: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), value])
      .toString('base64')
      .replace(/=+$/, '');
    // A sign of base64 has six bits: those that also hold bits of what stands around it are left out.
    const own = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + value.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

const hexOf = (byte: number) => byte.toString(16).padStart(2, '0');

const percentEncoded = (value: Buffer, isUpper: boolean) =>
  [...value].map((byte) => `%${isUpper ? hexOf(byte).toUpperCase() : hexOf(byte)}`).join('');

/** A value with every sign of it as an escape or a reference. */
function escaped(value: Buffer): string[] {
  const each = (write: (byte: number) => string) => [...value].map(write).join('');
  const inHex = [
    (byte: number) => `\\u00${hexOf(byte)}`,
    (byte: number) => `\\x${hexOf(byte)}`,
    (byte: number) => `&#x${hexOf(byte)};`,
  ];
  const withHex = inHex.map(each);
  return [...withHex, ...withHex.map(inUpperHex), each((byte) => `&#${byte};`)];
}

/** Upper-case digits, and the letters that mark them as they were. */
const inUpperHex = (text: string) =>
  text.replaceAll(/[0-9a-f]{2}(?=\\|&|;|$)/g, (digits) => digits.toUpperCase());

/** A value in letters that files are made of: itself, hexadecimal, base64. */
function spellings(value: Buffer): string[] {
  const hex = value.toString('hex');
  return [value.toString(), hex, hex.toUpperCase(), ...base64Forms(value)];
}

/** Needles of each form of each secret, each once. */
function needlesOf(
  secrets: readonly Secret[],
  formsOf: (value: Buffer) => readonly (string | Buffer)[],
): Needle[] {
  return secrets.flatMap(({ variable, value }) => {
    const forms = formsOf(Buffer.from(value.reveal())).map((form) =>
      typeof form === 'string' ? Buffer.from(form) : form,
    );
    const different = new Map(forms.map((bytes) => [bytes.toString('latin1'), bytes]));
    return [...different.values()].map((bytes) => ({ variable, bytes }));
  });
}

/** Forms that stand in a file as they are. */
export function plainNeedles(secrets: readonly Secret[]): Needle[] {
  return needlesOf(secrets, (value) => {
    const text = value.toString();
    const wide = Buffer.from(text, 'utf16le');
    return [
      ...spellings(value),
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text),
      percentEncoded(value, true),
      percentEncoded(value, false),
      // As PDF and some tables of pictures write text.
      wide,
      Buffer.from(wide).swap16(),
    ];
  });
}

/** What pieces of a secret are pieces of. */
export const spellingsOf = (secrets: readonly Secret[]) =>
  needlesOf(secrets, (value) => [
    ...spellings(value),
    ...escaped(value),
    percentEncoded(value, true),
    percentEncoded(value, false),
  ]).map(({ bytes }) => bytes);

/** Fewer letters and digits than this are too few to be told from words that stand side by side. */
const leastLetters = 16;

/** The letters and digits of each form, as `lettersOf` leaves them. */
export function letterNeedles(secrets: readonly Secret[]): Needle[] {
  return needlesOf(secrets, (value) =>
    spellings(value).map((text) => text.replaceAll(/[^A-Za-z0-9]/g, '')),
  ).filter(({ bytes }) => bytes.length >= leastLetters);
}
