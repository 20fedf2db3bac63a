/**
 * Finds open opportunities that are similar to another one. Computed once for the whole site: each is compared with a
 * bounded number of others from an index, and the result is the same in every locale.
 */
import { languageConditions } from '@/model/language-needs';
import { opportunityFacetValues, type FacetValues } from '@/model/facet-values';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, Site, SiteOpportunity } from '../site';

/** Traits that two opportunities share; the texts are `similar.<id>` in `src/i18n/strings`. */
export type SharedTraits = 'task' | 'cause' | 'lang' | 'hours';

/** A similar opportunity. */
export interface SimilarOpportunity {
  readonly id: string;
  /** The shared traits, most important first; one to three. */
  readonly common: readonly SharedTraits[];
}

/** The number of similar opportunities that a page shows. */
export const maxSimilar = 4;

/** The number taken from each list of the index, and compared in all: this bounds the work at any size. */
const maxPerKey = 24;
const maxPerOpportunity = 120;

type Comparable = Pick<SiteOpportunity, 'id' | 'shared' | 'organization' | 'stage'>;

/** The values of an opportunity that the comparison needs. */
interface Traits {
  readonly id: string;
  readonly facets: FacetValues;
  /** The languages that are a condition; of each list one is enough. */
  readonly conditions: readonly (readonly string[])[];
  /** The languages of these lists: of all but those that are only a plus. */
  readonly neededLanguages: readonly string[];
  readonly skills: readonly string[];
  readonly organization: string;
}

function readTraits({ id, shared, organization }: Comparable): Traits {
  const conditions = languageConditions(shared.languages).map((some) => some.map(({ language }) => language));
  return {
    id,
    facets: opportunityFacetValues(shared, organization.shared),
    conditions,
    neededLanguages: conditions.flat(),
    skills: shared.skills.map(({ skill }) => skill),
    organization: organization.id,
  };
}

/** Index keys of an opportunity, narrow ones first. */
function indexKeys({ facets: { task, cause, lang }, skills }: Traits): string[] {
  const pairs = (a: readonly string[], b: readonly string[]) =>
    a.flatMap((one) => b.map((other) => `${one}+${other}`));
  return [
    ...pairs(task, cause),
    ...pairs(task, lang),
    ...pairs(cause, lang),
    ...skills.map((skill) => `skill ${skill}`),
    ...task.map((one) => `task ${one}`),
    ...cause.map((one) => `cause ${one}`),
  ];
}

const overlap = (a: readonly string[], b: readonly string[]) => a.filter((value) => b.includes(value)).length;

/** Scores how well `other` suits a reader of `own`, with the shared traits. Undefined if only time or language fit. */
function compare(own: Traits, other: Traits): { score: number; common: SharedTraits[] } | undefined {
  const a = own.facets;
  const b = other.facets;
  const tasks = overlap(a.task, b.task);
  const causes = overlap(a.cause, b.cause);
  const skills = overlap(own.skills, other.skills);
  if (tasks + causes + skills === 0) return undefined;
  const canSpeak = other.conditions.every((some) => overlap(some, a.lang) > 0);
  // A language that is only a plus isn't the language of the work: it may help the reader, but is no reason to name.
  const sameLanguage =
    other.conditions.length > 0 && other.conditions.every((some) => overlap(some, own.neededLanguages) > 0);
  // The hours of a one-off task are a total, not per week.
  const [isOnce, isOtherOnce] = [a, b].map(({ length }) => length.includes('one-off'));
  const sameHours = isOnce === isOtherOnce && overlap(a.hours, b.hours) > 0;
  const sameMainTask = a.task[0] === b.task[0];
  const score =
    (sameMainTask ? 8 : 0) +
    4 * Math.min(tasks, 2) +
    4 * Math.min(causes, 2) +
    4 * Math.min(skills, 2) +
    // An opportunity that requires another language is of little use to the readers of this one.
    (canSpeak ? 6 : -8) +
    (sameHours ? 3 : 0) +
    (overlap(a.length, b.length) > 0 ? 1 : 0) +
    (overlap(a.country, b.country) > 0 ? 2 : 0) -
    (own.organization === other.organization ? 2 : 0);
  const common: SharedTraits[] = [
    // Rows name the main task alone, and the reason has to be seen there.
    ...(a.task.includes(b.task[0] ?? '') ? ['task' as const] : []),
    ...(causes > 0 ? ['cause' as const] : []),
    ...(sameLanguage ? ['lang' as const] : []),
    ...(sameHours && !isOnce ? ['hours' as const] : []),
  ];
  return score > 0 && common.length > 0 ? { score, common: common.slice(0, 3) } : undefined;
}

/** Returns the first position in ascending numbers that is not below `value`. */
function lowerBound(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds up to `maxSimilar` similar open opportunities for each opportunity, best first. The given order (newest
 * first) decides between equals. In a long list of the index, those posted just after the opportunity are compared,
 * then the newest, so that the newest don't appear everywhere.
 */
export function findSimilar(
  opportunities: readonly Comparable[],
): ReadonlyMap<string, readonly SimilarOpportunity[]> {
  const all = opportunities.map(readTraits);
  const index = new Map<string, number[]>();
  opportunities.forEach(({ stage }, place) => {
    const traits = all[place];
    if (!traits || !acceptsApplications(stage)) return;
    for (const key of indexKeys(traits)) {
      const found = index.get(key);
      if (found) found.push(place);
      else index.set(key, [place]);
    }
  });

  const findCandidates = (own: Traits, place: number): Set<number> => {
    const candidates = new Set<number>();
    for (const key of indexKeys(own)) {
      const places = index.get(key) ?? [];
      const start = lowerBound(places, place);
      for (let step = 0; step < Math.min(maxPerKey, places.length); step++) {
        const candidate = places[(start + step) % places.length];
        if (candidate !== undefined && candidate !== place) candidates.add(candidate);
        if (candidates.size >= maxPerOpportunity) return candidates;
      }
    }
    return candidates;
  };

  return new Map(
    all.map((own, place): [string, SimilarOpportunity[]] => {
      const ranked = [...findCandidates(own, place)].flatMap((candidate) => {
        const other = all[candidate];
        const compared = other && compare(own, other);
        return compared ? [{ ...compared, candidate, id: other.id }] : [];
      });
      ranked.sort((a, b) => b.score - a.score || a.candidate - b.candidate);
      return [own.id, ranked.slice(0, maxSimilar).map(({ id, common }) => ({ id, common }))];
    }),
  );
}

/** A similar opportunity in a locale. */
export interface SimilarInLocale extends SimilarOpportunity {
  readonly opportunity: SiteOpportunity;
}

/** Similarity doesn't depend on the locale. */
const findSimilarInSite = cacheByObject(({ locales, byLocale }: Site) => {
  const [first] = locales;
  return findSimilar((first && byLocale.get(first)?.opportunities) ?? []);
});

const opportunitiesById = cacheByObject(
  ({ opportunities }: LocaleSite) =>
    new Map(opportunities.map((opportunity) => [opportunity.id, opportunity])),
);

/** Returns the most similar open opportunities in a locale, best first. */
export function similarOpportunities(site: Site, own: LocaleSite, id: string): readonly SimilarInLocale[] {
  return (findSimilarInSite(site).get(id) ?? []).flatMap((found) => {
    const opportunity = opportunitiesById(own).get(found.id);
    return opportunity ? [{ ...found, opportunity }] : [];
  });
}
