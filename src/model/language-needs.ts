/** The languages of work as conditions: what an applicant must know, and whether a visitor does. */
import { levelSuffices, type LanguageLevel, type LanguageNeed } from './vocabularies/languages';

/** A language of work as an entry has it. */
export interface WorkLanguageNeed {
  /** BCP 47 tag */
  readonly language: string;
  readonly level: LanguageLevel;
  readonly need: LanguageNeed;
}

/** The languages that a visitor knows, by tag. */
export type KnownLanguages = ReadonlyMap<string, LanguageLevel>;

/**
 * The conditions among languages of work, in their order. One language of each list is enough: a required language is
 * alone in its list, those marked `either` share one, and welcome ones are no condition.
 */
export function languageConditions<Need extends WorkLanguageNeed>(languages: readonly Need[]): Need[][] {
  const either = languages.filter(({ need }) => need === 'either');
  return languages.flatMap((language) => {
    if (language.need === 'required') return [[language]];
    return language === either[0] ? [either] : [];
  });
}

/** The conditions that a visitor with these languages doesn't meet; empty if their languages are enough. */
export function unmetConditions<Need extends WorkLanguageNeed>(
  languages: readonly Need[],
  known: KnownLanguages,
): Need[][] {
  return languageConditions(languages).filter(
    (alternatives) =>
      !alternatives.some(({ language, level }) => {
        const have = known.get(language);
        return have !== undefined && levelSuffices(have, level);
      }),
  );
}
