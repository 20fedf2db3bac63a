/** Topics of resources and stories, and other entries on the same topics. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { causes, type Cause } from '@/model/vocabularies/causes';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import type { LocaleSite, SiteOpportunity, SiteEntry } from '../site';

/** Topics of an entry; both lists may be empty. */
export interface Topics {
  readonly taskTypes: readonly TaskType[];
  readonly causes: readonly Cause[];
}

/** A topic with everything to read on it; facet and value lead to its browse page. */
export type Topic = { readonly entries: readonly ReadableEntry[] } & TopicName;

export type TopicName =
  { readonly facet: 'task'; readonly value: TaskType } | { readonly facet: 'cause'; readonly value: Cause };

export type ReadableEntry = SiteEntry<'resource'> | SiteEntry<'story'>;

/** The number of related opportunities and texts that a page shows. */
const maxOpportunities = 4;
const maxResources = 3;

const countShared = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one)).length;

/** Task types and causes have the same weight: readers look for either. */
const countCommonTopics = (a: Topics, b: Topics) =>
  countShared(a.taskTypes, b.taskTypes) + countShared(a.causes, b.causes);

/** Sorts by score, best first, up to `max`. Equal ones keep their order; those without a common topic are left out. */
function sortByScore<Item>(items: readonly Item[], score: (item: Item) => number, max: number): Item[] {
  return items
    .map((item) => ({ item, value: score(item) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, max)
    .map(({ item }) => item);
}

/** Returns the topics, task types first, each kind in the order of its vocabulary. */
export const topicNames = (topics: Topics): TopicName[] => [
  ...taskTypes
    .filter((id) => topics.taskTypes.includes(id))
    .map((value) => ({ facet: 'task', value }) as const),
  ...causes.filter((id) => topics.causes.includes(id)).map((value) => ({ facet: 'cause', value }) as const),
];

/** Returns the topics of a story's opportunity; none if that is no longer on the site. */
export function topicsOfStory(
  { opportunities }: Pick<LocaleSite, 'opportunities'>,
  story: SiteEntry<'story'>,
): Topics {
  const opportunity = opportunities.find(({ id }) => id === story.shared.opportunity);
  return opportunity?.shared ?? { taskTypes: [], causes: [] };
}

/** Returns up to four open opportunities on the same topics: most in common first, then the newest. */
export function openOpportunitiesOnTopics(
  { opportunities }: Pick<LocaleSite, 'opportunities'>,
  topics: Topics,
): SiteOpportunity[] {
  const open = opportunities.filter(({ stage }) => acceptsApplications(stage));
  return sortByScore(open, (one) => countCommonTopics(one.shared, topics), maxOpportunities);
}

/** Returns up to three other resources: by common topics, then by common readers, then the newest. */
export function relatedResources(
  { resources }: Pick<LocaleSite, 'resources'>,
  resource: SiteEntry<'resource'>,
): SiteEntry<'resource'>[] {
  const others = resources
    .filter(({ id }) => id !== resource.id)
    .toSorted((a, b) => (a.shared.date < b.shared.date ? 1 : -1));
  const score = (other: SiteEntry<'resource'>) =>
    10 * countCommonTopics(other.shared, resource.shared) +
    countShared(other.shared.audiences, resource.shared.audiences);
  return sortByScore(others, score, maxResources);
}

/** Returns every topic with something to read, task types first, each with its resources and then its stories. */
export function topicIndex(site: Pick<LocaleSite, 'opportunities' | 'resources' | 'stories'>): Topic[] {
  const readable = [
    ...site.resources.map((entry) => ({ entry, topics: entry.shared })),
    ...site.stories.map((entry) => ({ entry, topics: topicsOfStory(site, entry) })),
  ];
  return topicNames({ taskTypes, causes }).flatMap((name) => {
    const entries = readable
      .filter(({ topics }) =>
        topicNames(topics).some((own) => own.facet === name.facet && own.value === name.value),
      )
      .map(({ entry }) => entry);
    return entries.length > 0 ? [{ ...name, entries }] : [];
  });
}
