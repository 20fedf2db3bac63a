import type { Locale } from '@/i18n/locales';
import type { ProblemFinding } from '../problems';

/** An entry with a picture, as far as its description is concerned. */
interface Illustrated {
  readonly locales: Readonly<Partial<Record<Locale, Readonly<Record<string, unknown>>>>>;
  readonly shared: { readonly originalLanguage: Locale } & Readonly<Record<string, unknown>>;
}

/**
 * Warns where an entry has a picture and no words for those who can’t see it. The original language is what counts:
 * where a translation has none, its words are read out, marked with their language.
 */
export function altFindings(entry: Illustrated, picture: string, description: string): ProblemFinding[] {
  const { originalLanguage } = entry.shared;
  if (entry.shared[picture] === undefined) return [];
  if (entry.locales[originalLanguage]?.[description] !== undefined) return [];
  return [
    {
      code: 'alt-missing',
      severity: 'warns',
      locale: originalLanguage,
      field: description,
      message: 'is missing, so people who can’t see the picture won’t know what it shows',
      hint: 'Describe in a few words what it shows.',
    },
  ];
}
