/**
 * Languages of work, as BCP 47 tags. Names come from `Intl.DisplayNames`.
 * The official languages of the United Nations come first, then widely used languages of work.
 */
export const workLanguages = [
  'en', 'fr', 'es', 'ar', 'zh', 'ru',
  'am', 'ay', 'bm', 'bn', 'de', 'fa', 'ff', 'gn', 'ha', 'hi', 'ht', 'id', 'ig', 'it', 'ja', 'km',
  'ko', 'ku', 'ky', 'ln', 'lo', 'mg', 'mn', 'ms', 'my', 'nd', 'ne', 'nl', 'ny', 'om', 'pa', 'pl',
  'ps', 'pt', 'qu', 'rn', 'ro', 'rw', 'sg', 'si', 'sn', 'so', 'st', 'sw', 'ta', 'te', 'tg', 'th',
  'ti', 'tl', 'tn', 'tr', 'uk', 'ur', 'uz', 'vi', 'wo', 'xh', 'yo', 'zu',
] as const; // prettier-ignore

export type WorkLanguage = (typeof workLanguages)[number];

/** Levels of a language, lowest first. Labels: keys `level.<id>`, hints `level.<id>.hint` (CEFR). */
export const languageLevels = ['basic', 'good', 'fluent', 'native'] as const;

export type LanguageLevel = (typeof languageLevels)[number];

/** A language is a condition, one of several of which one is enough, or a plus. Labels: keys `need.<id>`. */
export const languageNeeds = ['required', 'either', 'welcome'] as const;

export type LanguageNeed = (typeof languageNeeds)[number];

/** True if `have` is enough for `need`: `('fluent', 'good') -> true`. */
export function levelSuffices(have: LanguageLevel, need: LanguageLevel): boolean {
  return languageLevels.indexOf(have) >= languageLevels.indexOf(need);
}
