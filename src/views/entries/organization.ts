/** An organization's page. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard, storyCard } from '@/site/cards';
import { opportunitiesByOrganization } from '@/site/lists/organizations';
import { pictureOf, type SiteOrganization } from '@/site/site';
import { sharedEntry } from '../share/shared-entries';
import { entryPicture } from '../share/site-pictures';
import { createPosters } from '../share/site-sheets';
import { organizationData } from '../structured/organization';
import type { ViewContext } from '../frame/context';
import { entryFrame } from '../frame/frame';

export function organizationView(context: ViewContext, organization: SiteOrganization) {
  const { t, site, own, siteUrl } = context;
  const { shared } = organization;
  const all = opportunitiesByOrganization(own).get(organization.id) ?? [];
  const logo = pictureOf(site, shared.logo);
  return {
    frame: entryFrame(context, organization, { about: organizationData(organization, t, siteUrl, logo) }),
    organization,
    logo,
    open: all.filter(({ stage }) => acceptsApplications(stage)).map(opportunityCard),
    past: all.filter(({ stage }) => !acceptsApplications(stage)).map(opportunityCard),
    stories: own.stories.filter((story) => story.shared.organization === organization.id).map(storyCard),
    shared: sharedEntry(context, organization),
    picture: entryPicture(context, organization),
    posters: createPosters(context, organization),
  };
}
