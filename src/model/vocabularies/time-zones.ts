/**
 * True for an IANA time zone that this runtime knows, old and new names alike (`Asia/Katmandu`, `Asia/Kathmandu`):
 * the list of `Intl.supportedValuesOf` has only one of each pair.
 */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return /^(?:UTC|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+)$/.test(value);
  } catch {
    return false;
  }
}
