/** Builds the props of the page “What I can do” (build side). */
import { createCollator } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import { zonePlaceNames } from '@/i18n/zone-places';
import type { Translate } from '@/i18n/translate';
import { hoursLimits } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { skillLevels, skills } from '@/model/vocabularies/skills';
import type { SiteOpportunity } from '@/site/site';
import type { FitOption, FitProps, FitFormStrings } from './fit-props';
import { invitedCountries } from './fit-strings';

function sortedOptions(t: Translate, ids: readonly string[], name: (id: string) => string): FitOption[] {
  const compare = createCollator(t.locale);
  return ids
    .map((id) => ({ id, label: name(id) }))
    .sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
}

function strings(t: Translate): FitFormStrings {
  return {
    language: { title: t('fit.languages'), hint: t('fit.languages.hint'), add: t('fit.languages.add') },
    skill: { title: t('fit.skills'), hint: t('fit.skills.hint'), add: t('fit.skills.add') },
    from: { title: t('fit.from'), hint: t('fit.from.hint'), add: t('fit.from.add') },
    hours: t('fit.hours'),
    hoursLabel: t('fit.hours.label'),
    hoursNone: t('fit.hours.none'),
    zone: t('fit.zone'),
    zoneName: t('closing.zone'),
    addButton: t('fit.add'),
    choose: t('fit.choose'),
    level: t('fit.level'),
    remove: t('fit.remove'),
    kept: t('fit.kept'),
    removed: t('fit.removed'),
    see: t('fit.see'),
    seeHint: t('fit.see.hint'),
    full: t('storage.full'),
    forbidden: t('storage.forbidden'),
  };
}

/** Builds the props in the language of `t`, for a site with these opportunities. */
export function buildFitProps(t: Translate, opportunities: readonly SiteOpportunity[]): FitProps {
  return {
    locale: t.locale,
    strings: strings(t),
    options: {
      language: sortedOptions(t, workLanguages, (tag) => capitalize(t, languageName(t, tag))),
      skill: sortedOptions(t, skills, (id) => label(t, 'skill', id)),
      from: sortedOptions(t, invitedCountries(opportunities), (code) => countryName(t, code)),
    },
    levels: {
      language: languageLevels.map((id) => ({
        id,
        label: capitalize(t, t(`level.${id}`)),
        hint: t(`level.${id}.hint`),
      })),
      skill: skillLevels.map((id) => ({ id, label: capitalize(t, t(`skillLevel.${id}`)) })),
    },
    hoursLimits: hoursLimits.map((id) => ({ id, label: capitalize(t, t.count('hours.upTo', Number(id))) })),
    zonePlaces: zonePlaceNames(t.locale),
    searchPath: `${pathOf(t.locale, { to: 'section', section: 'search' })}?sort=fit`,
  };
}
