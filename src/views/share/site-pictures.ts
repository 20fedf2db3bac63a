/** The pictures of a site's entries in one language. */
import { label } from '@/i18n/names';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { campaignShortPaths } from '@/site/addresses/redirects';
import type { SiteEntry, SiteOpportunity, SiteOrganization } from '@/site/site';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import {
  pictureFormats,
  createQrPicture,
  createSharePicture,
  type PictureFormat,
  type QrPicture,
  type SharePicture,
} from './share-picture';

/** The language that a picture is in. */
type PictureContext = Pick<SiteContext, 'own' | 't'>;

/** The picture of pages without one of their own. */
export function sitePicture(context: PictureContext): SharePicture {
  return createSharePicture(context.own.locale, 'site', 'wide', {
    band: 'site-home',
    title: siteName(context),
    below: siteTagline(context),
  });
}

/** The picture of a campaign in a format. */
export function campaignPicture(
  context: PictureContext,
  { id, texts }: SiteEntry<'campaign'>,
  format: PictureFormat,
): SharePicture {
  return createSharePicture(context.own.locale, `campaign-${id}`, format, {
    band: id,
    above: context.t('share.picture.campaign'),
    title: texts.title.value,
    below: format === 'wide' ? undefined : texts.summary.value,
    action: texts.callToAction.value,
    service: siteName(context),
  });
}

/** The picture of an organization. */
export function organizationPicture(context: PictureContext, { id, texts }: SiteOrganization): SharePicture {
  return createSharePicture(context.own.locale, `organization-${id}`, 'wide', {
    band: id,
    title: texts.name.value,
    below: texts.summary.value,
    service: siteName(context),
  });
}

/** The picture of a story: its title, and the volunteer. */
export function storyPicture(
  context: PictureContext,
  { id, texts, shared }: SiteEntry<'story'>,
): SharePicture {
  return createSharePicture(context.own.locale, `story-${id}`, 'wide', {
    band: id,
    above: context.t('share.picture.story'),
    title: texts.title.value,
    below: `${shared.firstName}, ${texts.role.value}`,
    service: siteName(context),
  });
}

function taskPicture(context: PictureContext, task: TaskType): SharePicture {
  return createSharePicture(context.own.locale, `task-${task}`, 'wide', {
    band: task,
    above: context.t('share.picture.opportunity'),
    title: label(context.t, 'task', task),
    action: context.t('share.picture.apply'),
    service: siteName(context),
  });
}

/**
 * The picture of an opportunity: all with the same main task share one, so that the cost doesn't grow with their
 * number.
 */
export function opportunityPicture(context: PictureContext, { shared }: SiteOpportunity): SharePicture {
  return taskPicture(context, shared.taskTypes[0] ?? 'writing');
}

/** The picture of an entry's page, or the site's own where there is no such entry. */
export function entryPicture(context: PictureContext, type: string, id: string): SharePicture {
  const { opportunities, organizations, campaigns, stories } = context.own;
  const pictureIn = <Entry extends { readonly id: string }>(
    entries: readonly Entry[],
    draw: (entry: Entry) => SharePicture,
  ) => {
    const entry = entries.find((one) => one.id === id);
    return entry ? draw(entry) : sitePicture(context);
  };
  switch (type) {
    case 'opportunity':
      return pictureIn(opportunities, (entry) => opportunityPicture(context, entry));
    case 'organization':
      return pictureIn(organizations, (entry) => organizationPicture(context, entry));
    case 'campaign':
      return pictureIn(campaigns, (entry) => campaignPicture(context, entry, 'wide'));
    case 'story':
      return pictureIn(stories, (entry) => storyPicture(context, entry));
    default:
      return sitePicture(context);
  }
}

const campaignFormats = Object.keys(pictureFormats) as PictureFormat[];

/** The QR code of a campaign's short address, which is `path` from the root. */
export function campaignQr(
  { own, siteUrl }: Pick<SiteContext, 'own' | 'siteUrl'>,
  id: string,
  path: string,
): QrPicture {
  return createQrPicture(own.locale, `campaign-${id}`, new URL(path, siteUrl).href, id);
}

/** All QR codes of a language. */
export function siteQrCodes(context: Pick<SiteContext, 'own' | 'siteUrl'>): QrPicture[] {
  return [...campaignShortPaths(context.own)].map(([id, path]) => campaignQr(context, id, path));
}

/** All pictures of a language. */
export function sitePictures(context: PictureContext): SharePicture[] {
  const { campaigns, organizations, stories } = context.own;
  return [
    sitePicture(context),
    ...taskTypes.map((task) => taskPicture(context, task)),
    ...campaigns.flatMap((campaign) =>
      campaignFormats.map((format) => campaignPicture(context, campaign, format)),
    ),
    ...organizations.map((organization) => organizationPicture(context, organization)),
    ...stories.map((story) => storyPicture(context, story)),
  ];
}
