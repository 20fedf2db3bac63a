/** The page of a guide, of news or of a network. */
import { entryCard, opportunityCard } from '@/site/cards';
import { renderProse } from '@/site/prose';
import type { SiteEntry } from '@/site/site';
import { topicNames, openOpportunitiesOnTopics, relatedResources } from '@/site/lists/topics';
import { articleData } from '../structured/article';
import { siteName, type ViewContext } from '../frame/context';
import { breadcrumbsView, entryHead, frameView, sectionCrumb } from '../frame/frame';

export function resourceView(context: ViewContext, resource: SiteEntry<'resource'>) {
  const { own, siteUrl } = context;
  const { texts, shared } = resource;
  // The page only says where a network is: others made it.
  const about =
    shared.kind === 'network'
      ? undefined
      : articleData(
          {
            title: texts.title.value,
            description: texts.summary.value,
            lang: resource.lang,
            path: resource.path,
            published: shared.date,
            updated: shared.updated,
            isNews: shared.kind !== 'guide',
          },
          siteName(context),
          siteUrl,
        );
  return {
    frame: frameView(context, { ...entryHead(resource), section: 'resources' }),
    breadcrumbs: breadcrumbsView(context, [sectionCrumb(context, 'resources')], texts.title.value, about),
    resource,
    topics: topicNames(shared),
    body: texts.body && renderProse(texts.body, 2),
    open: openOpportunitiesOnTopics(own, shared).map(opportunityCard),
    next: relatedResources(own, resource).map((entry) => ({
      entry: entryCard(entry),
      kind: entry.shared.kind,
    })),
  };
}
