/** The facts of an opportunity in the reader's words. */
import { formatDay } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName, regionName } from '@/i18n/names';
import { alternativesText } from '@/i18n/format/language-text';
import { formatHours } from '@/i18n/format/number';
import type { Translate } from '@/i18n/translate';
import { zonePlaceName } from '@/i18n/zone-places';
import { languageConditions } from '@/model/language-needs';
import type { OpportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';

type Shared = SiteOpportunity['shared'];

/** `3–5 hours a week`, of what is done once `3–5 hours in all`. */
export function hoursText(
  t: Translate,
  { hours: { min, max }, length }: Pick<Shared, 'hours' | 'length'>,
): string {
  const key = length.kind === 'one-off' ? 'facts.hoursInAll' : 'facts.hours';
  return t.count(key, max, { n: formatHours(t.locale, min, max, t('facts.hours.half')) });
}

/** `4 weeks`, `one-off`, `ongoing`. */
export function lengthText(t: Translate, length: Shared['length']): string {
  if (length.kind !== 'weeks') return label(t, 'length', length.kind);
  const weeks = length.weeks ?? 0;
  return weeks < 1 ? label(t, 'length', 'days') : t.count('facts.weeks', weeks);
}

/** The languages that are a condition: `French, good`; where one of several is enough `English or French, good`. */
export function languageConditionTexts(t: Translate, { languages }: Pick<Shared, 'languages'>): string[] {
  return languageConditions(languages).map((alternatives) =>
    alternativesText(
      t,
      t.locale,
      alternatives.map(({ language, level }, index) => {
        const name = languageName(t, language);
        return { language: index === 0 ? capitalize(t, name) : name, level: label(t, 'level', level) };
      }),
    ),
  );
}

/** The languages that are only a plus, or `only` one of them: `French, a plus`. */
function welcomeTexts(t: Translate, { languages }: Pick<Shared, 'languages'>, only?: string): string[] {
  return languages
    .filter(({ language, need }) => need === 'welcome' && (only === undefined || language === only))
    .map(({ language }) =>
      t('facts.language.welcome', { language: capitalize(t, languageName(t, language)) }),
    );
}

/** All languages of work: the conditions, then those that are only a plus. */
export function languageTexts(t: Translate, shared: Pick<Shared, 'languages'>): string[] {
  return [...languageConditionTexts(t, shared), ...welcomeTexts(t, shared)];
}

/** `Statistics (solid experience)`. */
export function skillText(t: Translate, { skill, level }: Shared['skills'][number]): string {
  return t('opportunity.skill', { skill: label(t, 'skill', skill), level: label(t, 'skillLevel', level) });
}

/** The countries and regions that benefit, by name. */
export function beneficiaries(t: Translate, shared: Shared): string[] {
  return [
    ...shared.countries.map((code) => countryName(t, code)),
    ...shared.regions.map((code) => regionName(t, code)),
  ];
}

/** For whom an opportunity is: `Bakhita Library, Uganda`. */
export function organizationLine(
  t: Translate,
  { organization }: Pick<OpportunityCard, 'organization'>,
): string {
  return `${organization.name.value}, ${countryName(t, organization.country)}`;
}

/** One fact in a row: its kind gives its colour. */
export interface Fact {
  readonly kind: 'task' | 'lang' | 'hours' | 'length';
  readonly text: string;
}

/**
 * The four facts that a row shows: its main task, or the one that a list is of; of languages only those that are a
 * condition, so that a row stays short, and the one that a list is of.
 */
export function opportunityRowFacts(
  t: Translate,
  { shared }: Pick<OpportunityCard, 'shared'>,
  task: string | undefined = shared.taskTypes[0],
  lang?: string,
): Fact[] {
  return [
    { kind: 'task', text: label(t, 'task', task ?? '') },
    ...languageConditionTexts(t, shared).map((text): Fact => ({ kind: 'lang', text })),
    ...(lang === undefined ? [] : welcomeTexts(t, shared, lang)).map((text): Fact => ({
      kind: 'lang',
      text,
    })),
    { kind: 'hours', text: hoursText(t, shared) },
    { kind: 'length', text: capitalize(t, lengthText(t, shared.length)) },
  ];
}

/** The place that a time zone is named after: `Africa/Porto-Novo -> 'Porto-Novo'`. */
export function zonePlace(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** A time zone as people know it, with its distance from UTC at an instant (ms): `Niamey (UTC+1)`. */
export function zoneText(t: Translate, zone: string, instant: number): string {
  const format =
    offsets.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  offsets.set(zone, format);
  const offset = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return t('closing.zone', {
    place: zonePlaceName(t.locale, zone) ?? zonePlace(zone),
    offset: offset.replace('GMT', 'UTC').replace('-', '−'),
  });
}

/** The last day to apply, in the opportunity's own time zone: `2 December 2026, end of the day in Niamey (UTC+1)`. */
export function lastDayText(
  t: Translate,
  { closes, closesAt }: Pick<OpportunityCard, 'closes' | 'closesAt'>,
): string | undefined {
  if (!closes || closesAt === undefined) return undefined;
  return t('opportunity.strip.closesAt', {
    day: formatDay(t.locale, closes.date),
    zone: zoneText(t, closes.zone, closesAt),
  });
}
