/** The words of the fit check in a language, and the file that they are loaded from (build side). */
import { createHash } from 'node:crypto';
import { countryName, label, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { hoursBandIds } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { skillLevels, skills } from '@/model/vocabularies/skills';
import type { SiteOpportunity } from '@/site/site';
import { questionId } from '../fit/fit-store';
import type { FitWords } from '../fit/fit-words';

function record<Id extends string>(ids: readonly Id[], value: (id: Id) => string): Record<Id, string> {
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, string>;
}

/** The countries whose people any of these especially invites, by code. */
export function invitedCountries(opportunities: readonly SiteOpportunity[]): readonly string[] {
  return [...new Set(opportunities.flatMap(({ shared }) => shared.diasporaOf))].toSorted();
}

/** The messages and names in the language of `t`, for a site with these opportunities. */
export function fitWords(t: Translate, opportunities: readonly SiteOpportunity[]): FitWords {
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
    bands: record(hoursBandIds, (band) => label(t, 'hours', band)),
    zoneNeeds: t('fit.zoneNeeds'),
    times: t('fit.times'),
    kinds: record(['language', 'skill', 'hours', 'zone'], (kind) => t(`fit.kind.${kind}`)),
    origin: t('fit.origin'),
    names: Object.fromEntries([
      ...workLanguages.map((tag) => [questionId('language', tag), languageName(t, tag)]),
      ...skills.map((id) => [questionId('skill', id), label(t, 'skill', id)]),
      ...invitedCountries(opportunities).map((code) => [questionId('from', code), countryName(t, code)]),
    ]),
  };
}

/** The file's text, and a name that changes with it, so that it may be kept for good: `fit-fr-1c2d3e4f5a`. */
export function fitFile(t: Translate, opportunities: readonly SiteOpportunity[]) {
  const text = `${JSON.stringify(fitWords(t, opportunities))}\n`;
  return { text, name: `fit-${t.locale}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}` };
}

const urls = new WeakMap<readonly SiteOpportunity[], string>();

/** The file's address. The list is a language's own, the same for each of its pages, so that it is made once. */
export function fitWordsUrl(t: Translate, opportunities: readonly SiteOpportunity[]): string {
  const known = urls.get(opportunities) ?? `/assets/${fitFile(t, opportunities).name}.json`;
  urls.set(opportunities, known);
  return known;
}
