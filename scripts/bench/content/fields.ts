/** From phrases to the localized fields of an entry. */
import { languages, type Language } from './languages';
import { phraseOf } from './phrase';
import type { Phrase } from './words';

/** A text that ends its line, so that a file holds it as a block, as editors write long texts. */
export function block(phrase: Phrase): Phrase {
  return phraseOf((locale) => `${phrase[locale]}\n`);
}

/** The longest that a summary may be, in characters. */
const summaryLength = 160;

/** The first phrase that is short enough for a summary in every language. Throws a `RangeError` where none is. */
export function summaryOf(candidates: readonly Phrase[]): Phrase {
  const chosen = candidates.find((one) => languages.every((locale) => one[locale].length <= summaryLength));
  if (!chosen) throw new RangeError(`No summary has at most ${summaryLength} characters.`);
  return chosen;
}

/** A localized field: one text, or a list of them. */
export type GeneratedField = { readonly one: Phrase | undefined } | { readonly many: readonly Phrase[] };

/** The fields by language, without those that have nothing: `{ en: { title: 'Edit …' }, fr: …, es: … }`. */
export function localize(fields: Readonly<Record<string, GeneratedField>>): Record<Language, Record<string, unknown>> {
  const inLanguage = (locale: Language) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, field]): [string, unknown][] => {
        if ('one' in field) return field.one ? [[key, field.one[locale]]] : [];
        return field.many.length > 0 ? [[key, field.many.map((phrase) => phrase[locale])]] : [];
      }),
    );
  return { en: inLanguage('en'), fr: inLanguage('fr'), es: inLanguage('es') };
}
