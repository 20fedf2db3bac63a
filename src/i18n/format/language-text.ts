/** Languages of which one is enough, as a fact: shared by the build and the browser. */

import type { TranslateKeys } from '../create-translate';

/** A language with its level, both in the reader's words. */
interface NamedLanguage {
  readonly language: string;
  readonly level: string;
}

/**
 * `French, good`, or of several languages `English or French, good`; where their levels differ `English (good) or French
 * (fluent)`.
 */
export function alternativesText(
  t: TranslateKeys<'facts.language' | 'facts.language.alternative'>,
  languages: readonly NamedLanguage[],
): string {
  const or = (texts: readonly string[]) =>
    new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(texts);
  const [first] = languages;
  if (first && languages.every(({ level }) => level === first.level)) {
    return t('facts.language', {
      language: or(languages.map(({ language }) => language)),
      level: first.level,
    });
  }
  return or(languages.map(({ language, level }) => t('facts.language.alternative', { language, level })));
}
