/** An organization's page. */
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard, storyCard } from '@/site/cards';
import { opportunitiesByOrganization } from '@/site/lists/organizations';
import { pictureOf, type SiteOrganization } from '@/site/site';
import { sharedOrganization } from '../share/shared-entries';
import { organizationPicture } from '../share/site-pictures';
import { createFlyer } from '../share/site-sheets';
import { organizationData } from '../structured/organization';
import type { ViewContext } from '../frame/context';
import { entryFrame } from '../frame/frame';

export function organizationView(context: ViewContext, organization: SiteOrganization) {
  const { t, site, own, siteUrl } = context;
  const { shared } = organization;
  const all = opportunitiesByOrganization(own).get(organization.id) ?? [];
  const logo = pictureOf(site, shared.logo);
  const picture = organizationPicture(context, organization);
  return {
    frame: entryFrame(context, organization, {
      about: organizationData(organization, t, siteUrl, logo),
      picture,
    }),
    organization,
    logo,
    open: all.filter(({ stage }) => acceptsApplications(stage)).map(opportunityCard),
    past: all.filter(({ stage }) => !acceptsApplications(stage)).map(opportunityCard),
    stories: own.stories.filter((story) => story.shared.organization === organization.id).map(storyCard),
    shared: sharedOrganization(organization, t, siteUrl),
    picture,
    posters: [createFlyer(context, organization)],
  };
}
