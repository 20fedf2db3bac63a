/** The page of a guide, of news or of a network. */
import { entryCard, opportunityCard, type EntryCard, type OpportunityCard } from '@/site/cards';
import { renderProse, type LocalizedHtml } from '@/site/prose';
import type { SiteEntry } from '@/site/site';
import { topicNames, openOpportunitiesOnTopics, relatedResources, type TopicName } from '@/site/lists/topics';
import { articleData } from '../structured/article';
import { siteName, type ViewContext } from '../frame/context';
import {
  breadcrumbsView,
  entryHead,
  frameView,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

type ResourceKind = SiteEntry<'resource'>['shared']['kind'];

export interface ResourceView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  readonly resource: SiteEntry<'resource'>;
  readonly topics: readonly TopicName[];
  readonly body: LocalizedHtml | undefined;
  /** Open opportunities on the same subject. */
  readonly open: readonly OpportunityCard[];
  /** Resources to read next. */
  readonly next: readonly { readonly entry: EntryCard; readonly kind: ResourceKind }[];
}

export function resourceView(context: ViewContext, resource: SiteEntry<'resource'>): ResourceView {
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
