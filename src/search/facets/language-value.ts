/** Splits a language value of an address: `'fr:good' -> { tag: 'fr', level: 'good' }` */
export function splitLanguageValue(value: string): {
  readonly tag: string;
  readonly level: string | undefined;
} {
  const [tag = '', level] = value.split(':');
  return { tag, level };
}
