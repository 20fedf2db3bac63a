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
