/**
 * Finds open opportunities that are similar to another one. Computed once for the whole site: each is compared with a
 * bounded number of others from an index, and the result is the same in every locale.
 */
import { languageConditions } from '@/model/language-needs';
import { opportunityFacetValues } from '@/model/facet-values';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, Site, SiteOpportunity } from '../site';
import { countShared } from './topics';

/** Traits that two opportunities share; the texts are `similar.<id>` in `src/i18n/strings`. */
export type SharedTraits = 'task' | 'cause' | 'lang' | 'hours';

/** A similar opportunity. */
interface SimilarOpportunity {
  readonly id: string;
  /** The shared traits, most important first; one to three. */
  readonly common: readonly SharedTraits[];
}

/** The number of similar opportunities that a page shows. */
export const maxSimilar = 4;

/** The number taken from each list of the index, and compared in all: this bounds the work at any size. */
const maxPerKey = 24;
const maxPerOpportunity = 120;

type Values = readonly string[];

const pairs = (a: Values, b: Values) => a.flatMap((one) => b.map((other) => `${one} ${other}`));

/** The values of an opportunity that the comparison needs. */
function traitsOf(opportunity: SiteOpportunity) {
  const { id, shared, organization } = opportunity;
  const { task, cause, lang, length, country } = opportunityFacetValues(opportunity);
  const skills = shared.skills.map(({ skill }) => skill);
  /** The languages that are a condition; of each list one is enough. */
  const conditions = languageConditions(shared.languages).map((some) => some.map(({ language }) => language));
  const named = (facet: string, values: Values) => values.map((value) => `${facet}:${value}`);
  const [tasks, causes, languages] = [named('task', task), named('cause', cause), named('lang', lang)];
  return {
    id,
    task,
    cause,
    /** Languages of work, also those that are only a plus. */
    lang,
    hours: shared.hours,
    length,
    country,
    skills,
    conditions,
    /** The languages of these lists: of all but those that are only a plus. */
    neededLanguages: conditions.flat(),
    /** The hours of a one-off task are a total, not per week. */
    isOnce: length.includes('one-off'),
    organization: organization.id,
    /** Keys of the index, narrow ones first. */
    keys: [
      ...pairs(tasks, causes),
      ...pairs(tasks, languages),
      ...pairs(causes, languages),
      ...named('skill', skills),
      ...tasks,
      ...causes,
    ],
  };
}

type Traits = ReturnType<typeof traitsOf>;

/** True if every list has a value that is in `known`. */
const meetsAll = (conditions: readonly Values[], known: Values) =>
  conditions.every((some) => countShared(some, known) > 0);

/** The traits that `other` shares with `own`. */
function findCommon(own: Traits, other: Traits): SharedTraits[] {
  // A language that is only a plus isn't the language of the work: it may help the reader, but is no reason to name.
  const sameLanguage = other.conditions.length > 0 && meetsAll(other.conditions, own.neededLanguages);
  const common: SharedTraits[] = [
    // Rows name the main task alone, and the reason has to be seen there.
    ...(own.task.includes(other.task[0] ?? '') ? ['task' as const] : []),
    ...(countShared(own.cause, other.cause) > 0 ? ['cause' as const] : []),
    ...(sameLanguage ? ['lang' as const] : []),
    ...(hasSameHours(own, other) && !own.isOnce ? ['hours' as const] : []),
  ];
  return common.slice(0, 3);
}

/** True if a number of hours fits both; the browse lists’ “up to 5 hours” would also join 1 hour and 5. */
const hasSameHours = (own: Traits, other: Traits) =>
  own.isOnce === other.isOnce && own.hours.min <= other.hours.max && other.hours.min <= own.hours.max;

/** Scores how well `other` suits a reader of `own`; 0 or less if it doesn't, or if only time or language fit. */
function score(own: Traits, other: Traits): number {
  const tasks = countShared(own.task, other.task);
  const causes = countShared(own.cause, other.cause);
  const skills = countShared(own.skills, other.skills);
  if (tasks + causes + skills === 0) return 0;
  return (
    (own.task[0] === other.task[0] ? 8 : 0) +
    4 * Math.min(tasks, 2) +
    4 * Math.min(causes, 2) +
    4 * Math.min(skills, 2) +
    // An opportunity that requires another language is of little use to the readers of this one.
    (meetsAll(other.conditions, own.lang) ? 6 : -8) +
    (hasSameHours(own, other) ? 3 : 0) +
    (countShared(own.length, other.length) > 0 ? 1 : 0) +
    (countShared(own.country, other.country) > 0 ? 2 : 0) -
    (own.organization === other.organization ? 2 : 0)
  );
}

/**
 * Finds up to `maxSimilar` similar open opportunities for each opportunity, best first. The given order (newest
 * first) decides between equals. In a long list of the index, those posted just after the opportunity are compared,
 * then the newest, so that the newest don't appear everywhere.
 */
export function findSimilar(
  opportunities: readonly SiteOpportunity[],
): ReadonlyMap<string, readonly SimilarOpportunity[]> {
  const all = opportunities.map(traitsOf);
  const index = new Map<string, number[]>();
  opportunities.forEach(({ stage }, place) => {
    const traits = all[place];
    if (!traits || !acceptsApplications(stage)) return;
    for (const key of traits.keys) {
      const found = index.get(key);
      if (found) found.push(place);
      else index.set(key, [place]);
    }
  });

  const findCandidates = (own: Traits, place: number): Set<number> => {
    const candidates = new Set<number>();
    for (const key of own.keys) {
      const places = index.get(key) ?? [];
      const start = Math.max(
        0,
        places.findIndex((other) => other >= place),
      );
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
        const points = other ? score(own, other) : 0;
        return other && points > 0 ? [{ other, points, candidate }] : [];
      });
      ranked.sort((a, b) => b.points - a.points || a.candidate - b.candidate);
      const similar: SimilarOpportunity[] = [];
      for (const { other } of ranked) {
        const common = findCommon(own, other);
        if (common.length > 0) similar.push({ id: other.id, common });
        if (similar.length === maxSimilar) break;
      }
      return [own.id, similar];
    }),
  );
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
export function similarOpportunities(site: Site, own: LocaleSite, id: string) {
  return (findSimilarInSite(site).get(id) ?? []).flatMap((found) => {
    const opportunity = opportunitiesById(own).get(found.id);
    return opportunity ? [{ ...found, opportunity }] : [];
  });
}
