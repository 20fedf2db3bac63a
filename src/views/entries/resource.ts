/** The page of a guide, of news or of a network. */
import { entryCard, opportunityCard } from '@/site/cards';
import type { SiteEntry } from '@/site/site';
import { topicNames, openOpportunitiesOnTopics, relatedResources } from '@/site/lists/topics';
import { articleData } from '../structured/things';
import type { ViewContext } from '../frame/context';
import { entryFrame } from '../frame/frame';

export function resourceView(context: ViewContext, resource: SiteEntry<'resource'>) {
  const { own } = context;
  const { shared } = resource;
  // The page only says where a network is: others made it.
  const about =
    shared.kind === 'network'
      ? undefined
      : articleData(context, resource, { published: shared.date, isNews: shared.kind !== 'guide' });
  return {
    frame: entryFrame(context, resource, { about, band: undefined }),
    resource,
    topics: topicNames(shared),
    open: openOpportunitiesOnTopics(own, shared).map(opportunityCard),
    next: relatedResources(own, resource).map((entry) => ({
      entry: entryCard(entry),
      kind: entry.shared.kind,
    })),
  };
}
