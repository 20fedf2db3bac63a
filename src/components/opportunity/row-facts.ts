/** The facts that a row shows of an opportunity. The build and the search in the browser each have their own names of ids. */
import type { KeysOf, TranslateKeys } from '@/i18n/create-translate';
import { formatHours } from '@/i18n/format/number';
import type { Locale } from '@/i18n/locales';
import { label } from '@/i18n/names';
import { languageConditions } from '@/model/language-needs';
import type { OpportunityCard } from '@/site/cards';

type Shared = OpportunityCard['shared'];
type FactTranslate = TranslateKeys<Exclude<KeysOf<'facts.'>, 'facts.language.welcome'>>;

/** The names of ids in the language of a page. */
export interface RowNames {
  /** A name as a line begins with it: `('lang', 'es') -> 'Espagnol'`. */
  readonly option: (facet: 'task' | 'lang' | 'length', id: string) => string;
  /** A language's name inside a sentence: `('es') -> 'espagnol'`. */
  readonly language: (tag: string) => string;
  /** The note that a text is in another language: `('es') -> 'Texte en espagnol'`. */
  readonly shownIn: (lang: string) => string | undefined;
  /** The direction to mark a text in another language with, where it isn't the page's. */
  readonly direction?: (lang: Locale) => 'ltr' | 'rtl' | undefined;
}

/** One fact in a row: its kind gives its colour. */
export interface Fact {
  readonly kind: 'task' | 'lang' | 'hours' | 'length';
  readonly text: string;
}

/** For whom an opportunity is: `Bakhita Library, Uganda`. */
export function organizationLine({
  organization: { name, country },
}: Pick<OpportunityCard, 'organization'>): string {
  return `${name.value}, ${country}`;
}

/** `3–5 hours a week`, of what is done once `3–5 hours in all`. */
export function hoursText(
  t: FactTranslate,
  { hours: { min, max }, length }: Pick<Shared, 'hours' | 'length'>,
) {
  const key = length.kind === 'one-off' ? 'facts.hoursInAll' : 'facts.hours';
  return t.count(key, max, { n: formatHours(t.locale, min, max, t('facts.hours.half')) });
}

/** `4 weeks`, else the name of its kind. */
export function lengthText(
  t: FactTranslate,
  { kind, weeks = 0 }: Shared['length'],
  name = (id: string) => label(t, 'length', id),
): string {
  if (kind !== 'weeks') return name(kind);
  return weeks < 1 ? name('days') : t.count('facts.weeks', weeks);
}

/**
 * Languages of which one is enough, in the reader's words: `French, good`, or of several languages `English or French, good`; where their levels differ
 * `English (good) or French (fluent)`.
 */
function alternativesText(
  t: FactTranslate,
  languages: readonly { readonly language: string; readonly level: string }[],
) {
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

/** The languages that are a condition: `French, good`; where one of several is enough `English or French, good`. */
export function languageConditionTexts(
  t: FactTranslate,
  names: RowNames,
  { languages }: Pick<Shared, 'languages'>,
) {
  return languageConditions(languages).map((alternatives) =>
    alternativesText(
      t,
      alternatives.map(({ language, level }, index) => ({
        language: index === 0 ? names.option('lang', language) : names.language(language),
        level: label(t, 'level', level),
      })),
    ),
  );
}

/**
 * The facts that a row shows: its main task, or one that the list is of; of languages only those that are a
 * condition, so that a row stays short; hours and length.
 */
export function rowFacts(
  t: FactTranslate,
  names: RowNames,
  { shared }: Pick<OpportunityCard, 'shared'>,
  tasks: readonly string[] = [],
): Fact[] {
  const task = shared.taskTypes.find((one) => tasks.includes(one)) ?? shared.taskTypes[0] ?? '';
  return [
    { kind: 'task', text: names.option('task', task) },
    ...languageConditionTexts(t, names, shared).map((text): Fact => ({ kind: 'lang', text })),
    { kind: 'hours', text: hoursText(t, shared) },
    { kind: 'length', text: lengthText(t, shared.length, (id) => names.option('length', id)) },
  ];
}
