/** What an opportunity needs beyond what a visitor has chosen. The search and the finder say it below a row. */
import type { KeysOf, TranslateKeys } from '@/i18n/create-translate';
import { elideArticles } from '@/i18n/format/elide';
import type { WorkLanguageNeed } from '@/model/language-needs';
import type { RowNames } from './row-facts';

interface Needs {
  /** Of each list one language is enough. */
  readonly languages: readonly (readonly WorkLanguageNeed[])[];
  /** The least hours a week, where they are more than those chosen. */
  readonly hours?: number | undefined;
}

/** `Needs good English and 6 hours a week` */
export function needsText(
  t: TranslateKeys<'fits.needs' | KeysOf<'fits.language.'> | KeysOf<'facts.hours.'>>,
  { language }: Pick<RowNames, 'language'>,
  { languages, hours }: Needs,
): string {
  const ability = ({ language: tag, level }: WorkLanguageNeed) =>
    t(`fits.language.${level}`, { language: language(tag) });
  const list = (type: 'conjunction' | 'disjunction', texts: readonly string[]) =>
    new Intl.ListFormat(t.locale, { type }).format(texts);
  const need = list('conjunction', [
    ...languages.map((alternatives) => list('disjunction', alternatives.map(ability))),
    ...(hours === undefined ? [] : [t.count('facts.hours', hours)]),
  ]);
  return elideArticles(t.locale, t('fits.needs', { need }));
}
