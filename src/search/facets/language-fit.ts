/** Checks if the languages of a search are enough for an opportunity: with a required one beside them they aren't. */
import { unpackLanguage } from '@/device/fit/fit-needs';
import { unmetConditions, type KnownLanguages, type WorkLanguageNeed } from '@/model/language-needs';
import type { LanguageLevel } from '@/model/vocabularies/languages';
import type { Column } from './facet-columns';
import { splitLanguageValue } from './language-value';

/** The level of a visitor who names a language without one: they read the page in their own. */
export const assumedLevel = (tag: string, locale: string): LanguageLevel =>
  tag === locale ? 'fluent' : 'good';

/**
 * The languages of a visitor who searches for these values (`fr`, `fr:fluent`): with the level in the value, else the one
 * of their answers to the fit check, else `assumedLevel` on a page in a locale; and the other languages of their answers.
 * Undefined where they search for none.
 */
export function searchedLanguages(
  values: readonly string[],
  answers: KnownLanguages,
  locale: string,
): KnownLanguages | undefined {
  if (values.length === 0) return undefined;
  return new Map([
    ...answers,
    ...values.map((value) => {
      const { tag, level } = splitLanguageValue(value);
      // An address has only known levels.
      return [
        tag,
        (level as LanguageLevel | undefined) ?? answers.get(tag) ?? assumedLevel(tag, locale),
      ] as const;
    }),
  ]);
}

/** For each set of languages of the column: the conditions that a visitor with the known ones doesn't meet. */
export function unmetOfSets({ sets }: Column, known: KnownLanguages): readonly WorkLanguageNeed[][][] {
  return sets.map((set) => unmetConditions(set.map(unpackLanguage), known));
}
