/** An organization's page. */
import { acceptsApplications } from '@/model/time/lifecycle';
import type { Picture } from '@/pipeline/pictures/picture-files';
import { opportunityCard, storyCard, type OpportunityCard, type StoryCard } from '@/site/cards';
import { opportunitiesByOrganization } from '@/site/lists/organizations';
import { renderProse, type LocalizedHtml } from '@/site/prose';
import type { SiteOrganization } from '@/site/site';
import { sharedOrganization, type SharedEntry } from '../share/shared-entries';
import type { Poster } from '../share/print-sheet';
import type { PictureCard, SharePicture } from '../share/share-picture';
import { organizationPicture } from '../share/site-pictures';
import { createFlyer } from '../share/site-sheets';
import { organizationData } from '../structured/organization';
import type { ViewContext } from '../frame/context';
import {
  breadcrumbsView,
  entryHead,
  frameView,
  sectionCrumb,
  type BreadcrumbsView,
  type FrameView,
} from '../frame/frame';

export interface OrganizationView {
  readonly frame: FrameView;
  readonly breadcrumbs: BreadcrumbsView;
  readonly organization: SiteOrganization;
  readonly logo: Picture | undefined;
  readonly mission: LocalizedHtml | undefined;
  readonly open: readonly OpportunityCard[];
  readonly past: readonly OpportunityCard[];
  readonly stories: readonly StoryCard[];
  readonly shared: SharedEntry;
  /** To pass on: the picture of links, and the flyer. */
  readonly picture: SharePicture;
  readonly posters: readonly Poster[];
  /** Texts for the square picture that the browser draws on request; the page shows the others. */
  readonly drawn: Pick<PictureCard, 'band' | 'above' | 'below'>;
}

export function organizationView(context: ViewContext, organization: SiteOrganization): OrganizationView {
  const { t, site, own, siteUrl } = context;
  const { texts, shared } = organization;
  const all = opportunitiesByOrganization(own).get(organization.id) ?? [];
  const logo = shared.logo === undefined ? undefined : site.pictures[shared.logo];
  const picture = organizationPicture(context, organization);
  return {
    frame: frameView(context, {
      ...entryHead(organization),
      section: 'organizations',
      band: organization.id,
      picture,
    }),
    breadcrumbs: breadcrumbsView(
      context,
      [sectionCrumb(context, 'organizations')],
      texts.name.value,
      organizationData(organization, t, siteUrl, logo),
    ),
    organization,
    logo,
    mission: texts.mission && renderProse(texts.mission),
    open: all.filter(({ stage }) => acceptsApplications(stage)).map(opportunityCard),
    past: all.filter(({ stage }) => !acceptsApplications(stage)).map(opportunityCard),
    stories: own.stories.filter((story) => story.shared.organization === organization.id).map(storyCard),
    shared: sharedOrganization(organization, t, siteUrl),
    picture,
    posters: [createFlyer(context, organization)],
    drawn: {
      band: organization.id,
      above: t('share.picture.opportunity'),
      below: texts.summary.value,
    },
  };
}
