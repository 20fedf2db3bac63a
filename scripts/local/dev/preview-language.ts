/** The languages that a reader of a preview wants. */

/** `'fr-CA, en;q=0.5, de;q=0.7' -> ['fr-CA', 'de', 'en']` */
function acceptedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** Lists them from the most wanted one: that in the address, then those of the browser. */
export const wantedLanguages = (asked: string | null, accepted = ''): string[] => [
  ...(asked === null ? [] : [asked]),
  ...acceptedLanguages(accepted),
];
