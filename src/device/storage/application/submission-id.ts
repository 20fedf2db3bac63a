/**
 * A new id for what is sent (UUID version 4, RFC 9562). All attempts to send it carry the same one, so that duplicates
 * are recognised. Made from random values, since `crypto.randomUUID` is missing on plain-HTTP pages other than localhost.
 */
export function newSubmissionId(): string {
  // Each 0 becomes any digit, the 8 one whose two first bits are 10.
  return '00000000-0000-4000-8000-000000000000'.replaceAll(/[08]/g, (digit) => {
    const random = (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) & 15;
    return (digit === '8' ? (random & 3) | 8 : random).toString(16);
  });
}

/** Digits and letters without those that are taken for others: no I, L, O and U (Crockford's Base32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The largest prime below 32^7, so that seven signs are enough. */
const modulus = 34_359_738_337;

/** The sum over a number's signs, by which Luhn's formula for 32 signs notices one that is wrong, or two that changed places. */
function luhnSum(number: string, factorOfLast: 1 | 2): number {
  return [...number].reverse().reduce((sum, sign, index) => {
    const factor = index % 2 === 0 ? factorOfLast : 3 - factorOfLast;
    const product = signs.indexOf(sign) * factor;
    return sum + Math.floor(product / signs.length) + (product % signs.length);
  }, 0);
}

/**
 * An id as people read it out and type it: seven signs and one to check them, `'K7QD-3M9X'`. The id decides: one pair of
 * ids in 34 thousand million has the same number.
 */
export function readableNumber(id: string): string {
  let value = 0;
  for (let index = 0; index < id.length; index += 1) value = (value * 31 + id.charCodeAt(index)) % modulus;
  let number = '';
  for (let place = 0; place < 7; place += 1) {
    number = (signs[value % signs.length] ?? '') + number;
    value = Math.floor(value / signs.length);
  }
  const check = (signs.length - (luhnSum(number, 2) % signs.length)) % signs.length;
  return `${number.slice(0, 4)}-${number.slice(4)}${signs[check] ?? ''}`;
}

/** Whether a number was read and typed without a mistake, whatever its case and dashes. */
export function isReadableNumber(text: string): boolean {
  const number = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return (
    number.length === 8 &&
    [...number].every((sign) => signs.includes(sign)) &&
    luhnSum(number, 1) % signs.length === 0
  );
}
