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

/** A choice with its name. */
export interface FitOption {
  readonly id: string;
  readonly label: string;
  /** A sentence about it. */
  readonly hint?: string | undefined;
}

function sortedOptions(t: Translate, ids: Iterable<string>, name: (id: string) => string): FitOption[] {
  const compare = createCollator(t.locale);
  return [...ids]
    .map((id) => ({ id, label: name(id) }))
    .sort((a, b) => compare(a.label, b.label) || (a.id < b.id ? -1 : 1));
}

/** Builds the props in the language of `t`, for a site with these opportunities. */
export function buildFitProps(t: Translate, opportunities: readonly SiteOpportunity[]) {
  const named = (id: string, text: string, hint?: string): FitOption => ({
    id,
    label: capitalize(t, text),
    ...(hint !== undefined && { hint }),
  });
  const invited = new Set(opportunities.flatMap(({ shared }) => shared.diasporaOf));
  return {
    locale: t.locale,
    strings: t.all('fit.', 'storage.', 'closing.zone'),
    /** Sorted by name in the page's language. */
    options: {
      language: sortedOptions(t, workLanguages, (tag) => capitalize(t, languageName(t, tag))),
      skill: sortedOptions(t, skills, (id) => label(t, 'skill', id)),
      from: sortedOptions(t, invited, (code) => countryName(t, code)),
    },
    /** Weakest first. */
    levels: {
      language: languageLevels.map((id) => named(id, t(`level.${id}`), t(`level.${id}.hint`))),
      skill: skillLevels.map((id) => named(id, t(`skillLevel.${id}`))),
      from: undefined,
    },
    hoursLimits: hoursLimits.map((id) => named(id, t.count('hours.upTo', Number(id)))),
    /** The names of places by time zone, where they differ from the zone's own. */
    zonePlaces: zonePlaceNames(t.locale),
    /** The search with best matches first. */
    searchPath: `${pathOf(t.locale, { to: 'section', section: 'search' })}?sort=fit`,
  };
}

/** Props of the island, serialized into the page. */
export type FitProps = Readonly<ReturnType<typeof buildFitProps>>;
