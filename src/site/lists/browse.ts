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

/** A browse list: the opportunities with a value of a facet, or those of a task type in a language (`lang`). */
function browseList(
  t: Translate,
  { facet, value, lang }: { readonly facet: BrowseFacet; readonly value: string; readonly lang?: string },
  opportunities: readonly SiteOpportunity[],
  isInUse: boolean,
) {
  return {
    facet,
    value,
    lang,
    /** What it is called beside the others of its facet or task: its value's name, or the language's. */
    text: lang === undefined ? valueLabel(t, facet, value) : valueLabel(t, 'lang', lang),
    title:
      lang === undefined
        ? valueTitle(t, facet, value)
        : t('browse.task-lang.title', { task: label(t, 'task', value), language: languageName(t, lang) }),
    /** Newest first: the open ones, or those of the status that it is of. */
    opportunities,
    /** True if any opportunity belongs to it, open or not: only then it has feeds and an embed. */
    isInUse,
    /** The route of one of its pages; of the newest where none is named. */
    route: (page?: string): Route =>
      lang === undefined
        ? { to: 'browse-value', facet, value, page }
        : { to: 'browse-task-lang', task: value, lang, page },
  };
}

export type BrowseList = Readonly<ReturnType<typeof browseList>>;

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
    const isOpen = ({ stage }: SiteOpportunity) => acceptsApplications(stage);
    const byName = createCollator(locale);
    const sorted = (lists: readonly BrowseList[]) => lists.toSorted((a, b) => byName(a.text, b.text));
    const ofValues = browseFacets.flatMap((facet) => {
      const groups = byValue(opportunities, facet);
      const lists = [...(wholeVocabularies[facet] ?? groups.keys())].map((value) => {
        const found = groups.get(value) ?? [];
        const shown = facet === 'status' ? found : found.filter(isOpen);
        return browseList(t, { facet, value }, shown, found.length > 0);
      });
      return ordered.has(facet) ? lists : sorted(lists);
    });
    const ofTasks = byValue(opportunities, 'task');
    const inLanguages = taskTypes.flatMap((value) =>
      sorted(
        [...byValue(ofTasks.get(value) ?? [], 'lang')].map(([lang, found]) =>
          browseList(t, { facet: 'task', value, lang }, found.filter(isOpen), true),
        ),
      ),
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
