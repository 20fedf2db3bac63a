/** The strings of the fit check in a language, and the file that they are loaded from (build side). */
import { label, languageName } from '@/i18n/names';
import { stringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { skillLevels, skills } from '@/model/vocabularies/skills';
import type { SiteOpportunity } from '@/site/site';
import { questionId } from '../storage/fit/fit-store';
import type { FitStrings } from '../fit/fit-lines';

function record<Id extends string>(ids: readonly Id[], value: (id: Id) => string): Record<Id, string> {
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, string>;
}

/** The codes of the countries whose people any of these opportunities especially invites. */
export function invitedCountries(opportunities: readonly SiteOpportunity[]): readonly string[] {
  return [...new Set(opportunities.flatMap(({ shared }) => shared.diasporaOf))].toSorted();
}

/**
 * The messages and names in the language of `t`. Names of countries only where ours differ from the browser's own
 * (`fit-lines.ts`): those in use would change with the content, and with them the address that every opportunity has.
 */
export function fitStrings(t: Translate): FitStrings {
  return {
    fits: t('fit.fits'),
    fitsAll: t('fit.fitsAll'),
    unsaid: t('fit.unsaid'),
    more: t.forms('fit.more'),
    needs: t('fit.needs'),
    needsHave: t('fit.needsHave'),
    language: record(languageLevels, (level) => t(`fit.language.${level}`)),
    skillNeeds: t('fit.skillNeeds'),
    skillNeedsHave: t('fit.skillNeedsHave'),
    skill: record(skillLevels, (level) => t(`fit.skill.${level}`)),
    hours: t.forms('facts.hours'),
    half: t('facts.hours.half'),
    hoursLimit: t.forms('hours.upTo'),
    zoneNeeds: t('fit.zoneNeeds'),
    times: t('fit.times'),
    kinds: record(['language', 'skill', 'hours', 'zone'], (kind) => t(`fit.kind.${kind}`)),
    origin: t('fit.origin'),
    names: Object.fromEntries([
      ...workLanguages.map((tag) => [questionId('language', tag), languageName(t, tag)]),
      ...skills.map((id) => [questionId('skill', id), label(t, 'skill', id)]),
      ...countries.flatMap((code) => {
        const name = t.maybe(`country.${code}`);
        return name === undefined ? [] : [[questionId('from', code), name]];
      }),
    ]),
  };
}

/** The file with them, which every opportunity names. */
export const fitStringsFile = (t: Translate) => stringsFile(t, 'fit', () => fitStrings(t));
