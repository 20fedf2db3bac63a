/** A story's page. */
import { illustratedTask } from '@/components/illustration';
import { opportunityCard } from '@/site/cards';
import type { SiteEntry } from '@/site/site';
import { openOpportunitiesOnTopics, topicsOfStory } from '@/site/lists/topics';
import { sharedEntry } from '../share/shared-entries';
import { entryPicture } from '../share/site-pictures';
import { articleData } from '../structured/things';
import type { ViewContext } from '../frame/context';
import { entryFrame } from '../frame/frame';

export function storyView(context: ViewContext, story: SiteEntry<'story'>) {
  const { own } = context;
  const { shared } = story;
  const organization = own.organizations.find(({ id }) => id === shared.organization);
  const opportunity = own.opportunities.find(({ id }) => id === shared.opportunity);
  // Its own is named beside the text.
  const others = own.opportunities.filter(({ id }) => id !== shared.opportunity);
  return {
    frame: entryFrame(context, story, {
      about: articleData(context, story, {
        published: shared.date,
        teller: shared.firstName,
        image: entryPicture(context, story).path,
      }),
    }),
    story,
    task: illustratedTask(story.id, opportunity?.shared.taskTypes),
    /** The organization and the opportunity that it tells of, where the site still has them. */
    related: [
      ...(organization ? [{ path: organization.path, title: organization.texts.name }] : []),
      ...(opportunity ? [{ path: opportunity.path, title: opportunity.texts.title }] : []),
    ],
    open: openOpportunitiesOnTopics({ opportunities: others }, topicsOfStory(own, story)).map(
      opportunityCard,
    ),
    shared: sharedEntry(context, story),
  };
}
