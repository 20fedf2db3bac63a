/** The adjacent keys on the keyboards of the site's languages: QWERTY, and AZERTY for French. */

const rows = {
  qwerty: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'],
  azerty: ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
} as const;

/** Each row of keys is shifted right by about half a key. */
const shift = 0.5;

function placesOf(layout: keyof typeof rows): ReadonlyMap<string, readonly [number, number]> {
  const places = new Map<string, readonly [number, number]>();
  rows[layout].forEach((row, down) => {
    [...row].forEach((key, right) => places.set(key, [right + down * shift, down]));
  });
  return places;
}

const layouts = { en: placesOf('qwerty'), es: placesOf('qwerty'), fr: placesOf('azerty') };

/** True if the keys of two letters touch: `('en', 'e', 'r') -> true`. */
export function areAdjacentKeys(locale: string, a: string, b: string): boolean {
  const places = layouts[locale as keyof typeof layouts] ?? layouts.en;
  const [one, other] = [places.get(a), places.get(b)];
  if (!one || !other || a === b) return false;
  return Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1;
}
