/** Fills the slots of sentences in every language at once, and turns them into fields. */
import { OperatorError } from '@/model/operator-error';
import { languages, type Language, type Phrase } from './words';

/** The values of slots such as `{place}` and `{things}`. A number or a name is the same in each language. */
export type Slots = Readonly<Record<string, Phrase | string | number>>;

/** A slot has no value: the file of words has one that the generator doesn't know. */
export class SlotError extends OperatorError {
  override readonly name = 'SlotError';
}

/** Creates a phrase with a function for each language's text. */
export function createPhrase(make: (locale: Language) => string): Phrase {
  return { en: make('en'), fr: make('fr'), es: make('es') };
}

/** French articles contract with the preposition before them: `de + les relevés -> des relevés`. */
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

/** Fills the slots and starts with a capital. Throws a `SlotError` if a slot has no value. */
export function fillSlots(phrase: Phrase, slots: Slots): Phrase {
  return createPhrase((locale) => fillText(phrase[locale], slots, locale));
}

/** Joins phrases with `between`. */
export function joinPhrases(phrases: readonly Phrase[], between = ' '): Phrase {
  return createPhrase((locale) => phrases.map((phrase) => phrase[locale]).join(between));
}

/** Formats phrases as a Markdown list. */
export function formatBullets(phrases: readonly Phrase[]): Phrase {
  return createPhrase((locale) => phrases.map((phrase) => `- ${phrase[locale]}`).join('\n'));
}

/** Counts the words between white space. */
export function countPhraseWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Counts the words in the languages with the fewest and with the most. */
export function countWordRange(phrase: Phrase): { readonly fewest: number; readonly most: number } {
  const counts = languages.map((locale) => countPhraseWords(phrase[locale]));
  return { fewest: Math.min(...counts), most: Math.max(...counts) };
}

/** Adds a line break at the end, so that a YAML file has the text as a block, like an editor's long texts. */
export function endLine(phrase: Phrase): Phrase {
  return createPhrase((locale) => `${phrase[locale]}\n`);
}

/** The most characters of a summary. */
const summaryLength = 160;

/** Chooses the first phrase that is short enough in every language. Throws a `RangeError` if there is none. */
export function chooseSummary(candidates: readonly Phrase[]): Phrase {
  const chosen = candidates.find((one) => languages.every((locale) => one[locale].length <= summaryLength));
  if (!chosen) throw new RangeError(`No summary has at most ${summaryLength} characters.`);
  return chosen;
}

/** Groups fields by language, without empty ones: `{ en: { title: 'Edit …' }, fr: …, es: … }`. */
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
