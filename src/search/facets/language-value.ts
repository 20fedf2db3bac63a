/** A language, with the level that is asked for, where one is. */
export interface LanguageValue {
  readonly tag: string;
  readonly level?: string | undefined;
}

/** Splits a language value of an address: `'fr:good' -> { tag: 'fr', level: 'good' }` */
export function splitLanguageValue(value: string): LanguageValue {
  const [tag = '', level] = value.split(':');
  return { tag, level };
}
