/**
 * Creates an id for a submission (UUID version 4, RFC 9562). All attempts to send it share it, so that duplicates are
 * recognized. Made from random values, since `crypto.randomUUID` is missing on plain-HTTP pages other than localhost.
 */
export function newSubmissionId(): string {
  // Each 0 becomes any digit, the 8 one whose two first bits are 10.
  return '00000000-0000-4000-8000-000000000000'.replaceAll(/[08]/g, (digit) => {
    const random = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 15;
    return (digit === '8' ? (random & 3) | 8 : random).toString(16);
  });
}

/** Digits and letters without easily confused ones: no I, L, O and U (Crockford's Base32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The largest prime below 32^8, so that eight characters are enough. */
const modulus = 1_099_511_627_689;

/**
 * Formats an id for people to read out and type, in eight characters: `'K7QD-3M9X'`. The id decides: one pair of ids in a
 * million million has the same number.
 */
export function formatSubmissionNumber(id: string): string {
  let value = 0;
  for (let index = 0; index < id.length; index += 1) value = (value * 31 + id.charCodeAt(index)) % modulus;
  const digits = value.toString(32).padStart(8, '0');
  const number = digits.replaceAll(/./g, (digit) => alphabet[parseInt(digit, 32)] ?? '');
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}
