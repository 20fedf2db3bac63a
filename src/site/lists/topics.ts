/** Topics of resources and stories, and other entries on the same topics. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { causes, type Cause } from '@/model/vocabularies/causes';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import type { LocaleSite, SiteEntry } from '../site';

/** Topics of an entry; both lists may be empty. */
interface Topics {
  readonly taskTypes: readonly TaskType[];
  readonly causes: readonly Cause[];
}

type TopicName =
  { readonly facet: 'task'; readonly value: TaskType } | { readonly facet: 'cause'; readonly value: Cause };

/** The number of related opportunities and texts that a page shows. */
const maxOpportunities = 4;
const maxResources = 3;

/** Counts the values of one list that are in the other. Both are short. */
export function countShared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (const one of a) if (b.includes(one)) count++;
  return count;
}

/** Task types and causes have the same weight: readers look for either. */
const countCommonTopics = (a: Topics, b: Topics) =>
  countShared(a.taskTypes, b.taskTypes) + countShared(a.causes, b.causes);

/** Returns up to `max` items by score, best first. Equal ones keep their order; those without a common topic are left out. */
const findBest = <Item>(items: readonly Item[], score: (item: Item) => number, max: number): Item[] =>
  items
    .map((item) => ({ item, value: score(item) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, max)
    .map(({ item }) => item);

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
) {
  const open = opportunities.filter(({ stage }) => acceptsApplications(stage));
  return findBest(open, (one) => countCommonTopics(one.shared, topics), maxOpportunities);
}

/** Returns up to three other resources: by common topics, then by common readers, then the newest. */
export function relatedResources(
  { resources }: Pick<LocaleSite, 'resources'>,
  resource: SiteEntry<'resource'>,
) {
  const others = resources
    .filter(({ id }) => id !== resource.id)
    .toSorted((a, b) => (a.shared.date < b.shared.date ? 1 : -1));
  const score = (other: SiteEntry<'resource'>) =>
    10 * countCommonTopics(other.shared, resource.shared) +
    countShared(other.shared.audiences, resource.shared.audiences);
  return findBest(others, score, maxResources);
}
