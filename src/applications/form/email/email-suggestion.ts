/** Guesses the intended e-mail address where its domain looks mistyped. */
/** The shortest domain name to suggest: too many real domains are one letter away from `msn.com` or `live.com`. */
const minNameLength = 'gmail'.length;

const countryEnding = /\.[a-z]{2}$/;

/** `hotmail.ch` and `hotmail.cl`: providers have domains in more countries than any list. */
const differInCountry = (a: string, b: string): boolean =>
  countryEnding.test(a) && countryEnding.test(b) && a.slice(0, -2) === b.slice(0, -2);

/** True if two texts differ by one missing, added or replaced letter, or by two swapped letters. */
function differInOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (Math.min(endA, endB) > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [inA, inB] = [a.slice(start, endA), b.slice(start, endB)];
  return Math.max(inA.length, inB.length) < 2 || (inB.length === 2 && inA === inB.charAt(1) + inB.charAt(0));
}

/**
 * The likely address, or undefined if the domain is one of `domains` or nothing is similar enough: `ana@gmial.com ->
 * ana@gmail.com`. Stricter than the package’s own search, which allows two edits: that turns `hey.com` into `sky.com`
 * and `gmx.fr` into `gmx.de`. Where two domains are equally similar, as with `email.com`, neither is suggested.
 */
export function guessIntendedEmail(written: string, domains: readonly string[]): string | undefined {
  // Without the characters that are removed before an address is sent (`field-rules.ts`).
  const [name, domain = '', ...more] = written
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .split('@');
  const typed = domain.toLowerCase();
  if (!name || more.length > 0 || domains.includes(typed)) return undefined;
  const [likely, other] = domains.filter(
    (known) =>
      known.indexOf('.') >= minNameLength && !differInCountry(typed, known) && differInOneSlip(typed, known),
  );
  return likely && !other ? `${name}@${likely}` : undefined;
}
