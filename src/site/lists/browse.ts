/** The browse lists, which work without JavaScript: the opportunities of every facet's values. */
import { createCollator } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName, regionName } from '@/i18n/names';
import { browseFacets, type BrowseFacet } from '@/i18n/routes';
import { translator, type Translate } from '@/i18n/translate';
import { opportunityFacetValues, statusFacetValue } from '@/model/facet-values';
import { acceptsApplications } from '@/model/time/lifecycle';
import { hoursBandIds, lengthBandIds } from '@/model/vocabularies/bands';
import { causes } from '@/model/vocabularies/causes';
import { organizationKinds } from '@/model/vocabularies/kinds';
import { sdgs } from '@/model/vocabularies/sdgs';
import { taskTypes } from '@/model/vocabularies/task-types';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, SiteOpportunity } from '../site';

/** Vocabularies of which all values are shown; of the others only those in use. */
const wholeVocabularies: Partial<Record<BrowseFacet, readonly string[]>> = {
  task: taskTypes,
  cause: causes,
  sdg: sdgs,
  hours: hoursBandIds,
  length: lengthBandIds,
  kind: organizationKinds,
  status: ['open', 'paused', 'filled', 'closed'],
};

/** Facets with an order of their values; the others are sorted by name. */
const ordered = new Set<BrowseFacet>(['task', 'sdg', 'hours', 'length', 'kind', 'status']);

/** A value's name in the reader's language: `('country', 'SN') -> 'Senegal'`. */
export function valueLabel(t: Translate, facet: BrowseFacet, value: string): string {
  switch (facet) {
    case 'country':
      return countryName(t, value);
    case 'region':
      return regionName(t, value);
    case 'lang':
      return capitalize(t, languageName(t, value));
    default:
      return capitalize(t, label(t, facet, value));
  }
}

function group(
  opportunities: readonly SiteOpportunity[],
  valuesOf: (opportunity: SiteOpportunity) => readonly string[],
): Map<string, SiteOpportunity[]> {
  const groups = new Map<string, SiteOpportunity[]>();
  for (const opportunity of opportunities) {
    for (const value of valuesOf(opportunity)) {
      const found = groups.get(value);
      if (found) found.push(opportunity);
      else groups.set(value, [opportunity]);
    }
  }
  return groups;
}

function buildBrowseLists({ locale, opportunities }: Pick<LocaleSite, 'locale' | 'opportunities'>) {
  const t = translator(locale);
  const byName = createCollator(locale);
  const open = opportunities.filter(({ stage }) => acceptsApplications(stage));
  const values = new Map(opportunities.map((view) => [view.id, opportunityFacetValues(view)] as const));

  const facets = browseFacets.map((facet) => {
    const groups =
      facet === 'status'
        ? group(opportunities, ({ stage }) =>
            [statusFacetValue(stage)].filter((status) => status !== undefined),
          )
        : group(open, (view) => values.get(view.id)?.[facet] ?? []);
    // A value keeps its page when its last open opportunity closes, so that links don't break.
    const inUse = new Set(
      facet === 'status'
        ? groups.keys()
        : opportunities.flatMap((view) => values.get(view.id)?.[facet] ?? []),
    );
    const named = [...(wholeVocabularies[facet] ?? inUse)].map((value) => ({
      facet,
      value,
      label: valueLabel(t, facet, value),
      opportunities: groups.get(value) ?? [],
      /** True if any opportunity, open or not, has the value: only then the list has feeds and an embed. */
      isInUse: inUse.has(value),
    }));
    return { facet, values: ordered.has(facet) ? named : named.toSorted((a, b) => byName(a.label, b.label)) };
  });

  const taskLanguagePairs = (view: SiteOpportunity) => {
    const { task, lang } = values.get(view.id) ?? { task: [], lang: [] };
    return task.flatMap((one) => lang.map((other) => `${one} ${other}`));
  };
  const pairs = group(open, taskLanguagePairs);
  // Pairs that any opportunity has, open or not.
  const taskLanguages = [...new Set(opportunities.flatMap(taskLanguagePairs))]
    .map((pair) => {
      const [task = '', lang = ''] = pair.split(' ');
      return { task, lang, opportunities: pairs.get(pair) ?? [] };
    })
    .toSorted(
      (a, b) =>
        taskTypes.indexOf(a.task as (typeof taskTypes)[number]) -
          taskTypes.indexOf(b.task as (typeof taskTypes)[number]) ||
        byName(languageName(t, a.lang), languageName(t, b.lang)),
    );
  return { open, facets, taskLanguages };
}

/**
 * Returns a locale's browse lists, computed once: the open opportunities, the values of each facet, and task types together with
 * a language of work. All opportunities are in their order, the newest first.
 */
export const browseLists = cacheByObject(buildBrowseLists);

export type Browse = Readonly<ReturnType<typeof browseLists>>;
