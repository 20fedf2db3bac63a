/** The strings of the fit check in a language, and the file that they are loaded from (build side). */
import { createHash } from 'node:crypto';
import { label, languageName } from '@/i18n/names';
import { strings } from '@/i18n/strings';
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

/**
 * Creates the file: its text, and a name that changes with it, so that caches may keep it for ever:
 * `fit-fr-1c2d3e4f5a`.
 */
export function createFitStringsFile(t: Translate) {
  const text = `${JSON.stringify(fitStrings(t))}\n`;
  return { text, name: `fit-${t.locale}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}` };
}

const urls = new WeakMap<object, string>();

/** The file's address, found once for all pages of a language. */
export function fitStringsUrl(t: Translate): string {
  const own = strings[t.locale];
  const known = urls.get(own) ?? `/assets/${createFitStringsFile(t).name}.json`;
  urls.set(own, known);
  return known;
}
