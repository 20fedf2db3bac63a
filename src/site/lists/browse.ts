/** The browse lists, which work without JavaScript: the opportunities of every facet's values. */
import { elideArticles } from '@/i18n/format/elide';
import { createCollator } from '@/i18n/format/format';
import { capitalize, countryName, label, languageName, regionName } from '@/i18n/names';
import { browseFacets, pathOf, type BrowseFacet, type Route } from '@/i18n/routes';
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

/** A browse list: the opportunities with a value of a facet, or those of a task type in a language. */
export interface BrowseList {
  readonly facet: BrowseFacet;
  readonly value: string;
  /** The language, where it is of a task type in one. */
  readonly lang?: string;
  /** What it is called beside the others of its facet or task: its value's name, or the language's. */
  readonly text: string;
  readonly title: string;
  /** Newest first: the open ones, or those of the status that it is of. */
  readonly opportunities: readonly SiteOpportunity[];
  /** True if any opportunity belongs to it, open or not: only then it has feeds and an embed. */
  readonly isInUse: boolean;
  /** The route of one of its pages; of the newest where none is named. */
  readonly route: (page?: string) => Route;
}

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
function valueLabel(t: Translate, facet: BrowseFacet, value: string): string {
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

/** The title of the list of a value, in a phrase: `('lang', 'fr') -> 'Opportunities where French is useful'`. */
export function valueTitle(t: Translate, facet: BrowseFacet, value: string): string {
  if (facet === 'status' || facet === 'kind') return label(t, `browse.${facet}`, `${value}.title`);
  const name = facet === 'lang' ? languageName(t, value) : valueLabel(t, facet, value);
  return capitalize(t, elideArticles(t.locale, t(`browse.${facet}.title`, { value: name, n: value })));
}

function valuesOf(opportunity: SiteOpportunity, facet: BrowseFacet): readonly string[] {
  if (facet !== 'status') return opportunityFacetValues(opportunity)[facet];
  return [statusFacetValue(opportunity.stage)].filter((status) => status !== undefined);
}

/** The opportunities of each value of a facet that any of them has. */
function byValue(opportunities: readonly SiteOpportunity[], facet: BrowseFacet) {
  const groups = new Map<string, SiteOpportunity[]>();
  for (const opportunity of opportunities) {
    for (const value of valuesOf(opportunity, facet)) {
      const found = groups.get(value);
      if (found) found.push(opportunity);
      else groups.set(value, [opportunity]);
    }
  }
  return groups;
}

/**
 * Returns a locale's browse lists, computed once: the open opportunities, and the lists of each facet's values, then those of
 * task types together with a language of work. A list stays when its last open opportunity closes, so that links don't break.
 */
export const browseLists = cacheByObject(
  ({ locale, opportunities }: Pick<LocaleSite, 'locale' | 'opportunities'>) => {
    const t = translator(locale);
    const byName = createCollator(locale);
    const isOpen = ({ stage }: SiteOpportunity) => acceptsApplications(stage);

    const ofValues = browseFacets.flatMap((facet): BrowseList[] => {
      const groups = byValue(opportunities, facet);
      const lists = [...(wholeVocabularies[facet] ?? groups.keys())].map((value) => {
        const found = groups.get(value) ?? [];
        return {
          facet,
          value,
          text: valueLabel(t, facet, value),
          title: valueTitle(t, facet, value),
          opportunities: facet === 'status' ? found : found.filter(isOpen),
          isInUse: groups.has(value),
          route: (page?: string): Route => ({ to: 'browse-value', facet, value, page }),
        };
      });
      return ordered.has(facet) ? lists : lists.toSorted((a, b) => byName(a.text, b.text));
    });

    const ofTasks = byValue(opportunities, 'task');
    const inLanguages = taskTypes.flatMap((task): BrowseList[] =>
      [...byValue(ofTasks.get(task) ?? [], 'lang')]
        .map(([lang, found]) => ({
          facet: 'task' as const,
          value: task,
          lang,
          text: valueLabel(t, 'lang', lang),
          title: t('browse.task-lang.title', {
            task: label(t, 'task', task),
            language: languageName(t, lang),
          }),
          opportunities: found.filter(isOpen),
          isInUse: true,
          route: (page?: string): Route => ({ to: 'browse-task-lang', task, lang, page }),
        }))
        .toSorted((a, b) => byName(a.text, b.text)),
    );
    return { open: opportunities.filter(isOpen), lists: [...ofValues, ...inLanguages] };
  },
);

/** The browse lists as links, each with the number of its opportunities; made once, since several pages show them. */
export const countedLists = cacheByObject((own: LocaleSite) =>
  browseLists(own).lists.map(({ facet, value, lang, text, route, opportunities }) => ({
    facet,
    value,
    lang,
    text,
    href: pathOf(own.locale, route()),
    count: opportunities.length,
  })),
);

export type CountedList = Readonly<ReturnType<typeof countedLists>[number]>;

/** The values of a facet under which something is open. */
export const valuesInUse = (own: LocaleSite, wanted: BrowseFacet): readonly CountedList[] =>
  listedValues(own, wanted).filter(({ count }) => count > 0);

/** The lists of a facet's values. */
export const listedValues = (own: LocaleSite, wanted: BrowseFacet): readonly CountedList[] =>
  countedLists(own).filter(({ facet, lang }) => facet === wanted && lang === undefined);
