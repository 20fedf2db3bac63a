/** The facts of an opportunity in the reader's words. */
import { cacheByText } from '@/i18n/cache-by-text';
import { formatDay } from '@/i18n/format/format';
import { directionIn, locales } from '@/i18n/locales';
import { capitalize, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { zonePlace } from '@/i18n/format/zone-place';
import { zonePlaceName } from '@/i18n/zone-places';
import type { OpportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { languageConditionTexts, type RowNames } from './row-facts';

type Shared = SiteOpportunity['shared'];

/** The names that rows have at build time. */
export const rowNames = (t: Translate): RowNames => ({
  option: (facet, id) => capitalize(t, facet === 'lang' ? languageName(t, id) : label(t, facet, id)),
  language: (tag) => languageName(t, tag),
  shownIn: (lang) => t('row.shownIn', { language: languageName(t, lang) }),
  direction: (lang) => directionIn(lang, t.locale),
});

/** For each other language of the service: the note that a text is in it. */
export const shownInNotes = (t: Translate): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(
    locales.filter((other) => other !== t.locale).map((other) => [other, rowNames(t).shownIn(other)]),
  );

/** The languages that are only a plus, or `only` one of them: `French, a plus`. */
export function welcomeTexts(t: Translate, { languages }: Pick<Shared, 'languages'>, only?: string) {
  return languages
    .filter(({ language, need }) => need === 'welcome' && (only === undefined || language === only))
    .map(({ language }) =>
      t('facts.language.welcome', { language: capitalize(t, languageName(t, language)) }),
    );
}

/** All languages of work: the conditions, then those that are only a plus. */
export function languageTexts(t: Translate, shared: Pick<Shared, 'languages'>): string[] {
  return [...languageConditionTexts(t, rowNames(t), shared), ...welcomeTexts(t, shared)];
}

/** `Statistics (solid experience)`. */
export function skillText(t: Translate, { skill, level }: Shared['skills'][number]): string {
  return t('opportunity.skill', { skill: label(t, 'skill', skill), level: label(t, 'skillLevel', level) });
}

const offsetFormat = cacheByText(
  (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }),
);

/** A time zone as people know it, with its distance from UTC at an instant (ms): `Niamey (UTC+1)`. */
function zoneText(t: Translate, zone: string, instant: number): string {
  const parts = offsetFormat(zone).formatToParts(instant);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return t('closing.zone', {
    place: zonePlaceName(t.locale, zone) ?? zonePlace(zone),
    offset: offset.replace('GMT', 'UTC').replace('-', '−'),
  });
}

/** The last day to apply, in the opportunity's own time zone: `2 December 2026, end of the day in Niamey (UTC+1)`. */
export function lastDayText(
  t: Translate,
  { closes, closesAt }: Pick<OpportunityCard, 'closes' | 'closesAt'>,
) {
  if (!closes || closesAt === undefined) return undefined;
  return t('opportunity.strip.closesAt', {
    day: formatDay(t.locale, closes.date),
    zone: zoneText(t, closes.zone, closesAt),
  });
}

const partNames = ['task', 'deliverable', 'impact', 'requirements', 'learning', 'accessibility'] as const;

/** The texts of an opportunity in reading order, without missing ones. */
export function opportunityParts(t: Translate, { texts }: Pick<SiteOpportunity, 'texts'>) {
  return partNames.flatMap((id) => {
    const text = texts[id];
    return text ? [{ id, heading: t(`opportunity.${id}`), text }] : [];
  });
}
