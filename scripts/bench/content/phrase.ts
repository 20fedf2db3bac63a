/** Sentences with their slots filled, in every language at once, and the fields that they become. */
import { OperatorError } from '@/model/operator-error';
import { languages, type Language, type Phrase } from './words';

/** What stands in the slots: `{place}`, `{things}`. A number or a name is the same in each language. */
export type Slots = Readonly<Record<string, Phrase | string | number>>;

/** A slot is not filled: the word file asks for one that the generator doesn't give. */
export class SlotError extends OperatorError {
  override readonly name = 'SlotError';
}

/** A phrase made from each language's own. */
export function createPhrase(make: (locale: Language) => string): Phrase {
  return { en: make('en'), fr: make('fr'), es: make('es') };
}

/** French articles melt into what is before them: `de + les relevés -> des relevés`. */
const contractions: Readonly<Record<string, string>> = { 'de les': 'des', 'à les': 'aux' };

function fillText(text: string, slots: Slots, locale: Language): string {
  const filled = text.replaceAll(
    /(?:(?<!\p{L})(de|à) )?\{(\w+)\}/gu,
    (_whole, before: string | undefined, name: string) => {
      const slot = slots[name];
      if (slot === undefined) throw new SlotError(`{${name}} in “${text}” has nothing to stand for it.`);
      const value = typeof slot === 'object' ? slot[locale] : String(slot);
      if (before === undefined) return value;
      const [article = '', ...rest] = value.split(' ');
      const one = locale === 'fr' ? contractions[`${before} ${article}`] : undefined;
      return one === undefined ? `${before} ${value}` : [one, ...rest].join(' ');
    },
  );
  return filled.charAt(0).toLocaleUpperCase(locale) + filled.slice(1);
}

/** Fills the slots and starts with a capital. Throws a `SlotError` where a slot has no value. */
export function fillSlots(phrase: Phrase, slots: Slots): Phrase {
  return createPhrase((locale) => fillText(phrase[locale], slots, locale));
}

/** Phrases one after another; `between` stands between them. */
export function joinPhrases(phrases: readonly Phrase[], between = ' '): Phrase {
  return createPhrase((locale) => phrases.map((phrase) => phrase[locale]).join(between));
}

/** A Markdown list with a phrase an item. */
export function formatBullets(phrases: readonly Phrase[]): Phrase {
  return createPhrase((locale) => phrases.map((phrase) => `- ${phrase[locale]}`).join('\n'));
}

/** The number of words, as white space parts them. */
export function countPhraseWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The number of words in the language that has the fewest, and in the one that has the most. */
export function countWordRange(phrase: Phrase): { readonly fewest: number; readonly most: number } {
  const counts = languages.map((locale) => countPhraseWords(phrase[locale]));
  return { fewest: Math.min(...counts), most: Math.max(...counts) };
}

/** A text that ends its line, so that a file holds it as a block, as editors write long texts. */
export function endLine(phrase: Phrase): Phrase {
  return createPhrase((locale) => `${phrase[locale]}\n`);
}

/** The longest that a summary may be, in characters. */
const summaryLength = 160;

/** The first phrase that is short enough for a summary in every language. Throws a `RangeError` where none is. */
export function chooseSummary(candidates: readonly Phrase[]): Phrase {
  const chosen = candidates.find((one) => languages.every((locale) => one[locale].length <= summaryLength));
  if (!chosen) throw new RangeError(`No summary has at most ${summaryLength} characters.`);
  return chosen;
}

/** The fields by language, without those that have nothing: `{ en: { title: 'Edit …' }, fr: …, es: … }`. */
export function localizeFields(
  fields: Readonly<Record<string, Phrase | readonly Phrase[] | undefined>>,
): Record<Language, Record<string, unknown>> {
  const inLanguage = (locale: Language) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, field]): [string, unknown][] => {
        if (field === undefined) return [];
        if ('en' in field) return [[key, field[locale]]];
        return field.length > 0 ? [[key, field.map((phrase) => phrase[locale])]] : [];
      }),
    );
  return { en: inLanguage('en'), fr: inLanguage('fr'), es: inLanguage('es') };
}
