/** The languages in which generated content is written: those that have files in `words/`. */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];
