/** The pictures of a site's entries in one language. */
import { label } from '@/i18n/names';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { campaignShortPath, campaignShortPaths } from '@/site/addresses/redirects';
import {
  pictureOf,
  type PagedEntry,
  type SiteEntry,
  type SiteOpportunity,
  type SiteOrganization,
} from '@/site/site';
import { campaignStrings } from './shared-entries';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import {
  pictureFormats,
  createQrPicture,
  createSharePicture,
  withThumbnail,
  type PictureFormat,
  type QrPicture,
  type SharePicture,
} from './share-picture';

/** The site and the language that a picture is in. */
type PictureContext = Pick<SiteContext, 'own' | 't' | 'siteUrl' | 'site'>;

const absolute = ({ siteUrl }: PictureContext, path: string) => new URL(path, siteUrl).href;

/** The picture of pages without one of their own. */
export function sitePicture(context: Pick<SiteContext, 'own' | 't'>): SharePicture {
  return createSharePicture(context.own.locale, 'site', 'wide', {
    band: 'site-home',
    title: siteName(context),
    below: siteTagline(context),
  });
}

/** The widest file (pixels) of a drawing that a picture is made from. */
const widestDrawing = 1600;

/** The path of a picture of the content, from which one for sharing is drawn. */
export function drawingOf({ site }: Pick<SiteContext, 'site'>, hero: string | undefined): string | undefined {
  return pictureOf(site, hero)?.webp.findLast(({ width }) => width <= widestDrawing)?.src;
}

/** The picture of a campaign in a format. After its end it calls for nothing more. */
export function campaignPicture(
  context: PictureContext,
  campaign: SiteEntry<'campaign'>,
  format: PictureFormat,
) {
  const { id, texts, shared } = campaign;
  const strings = campaignStrings(campaign, context);
  return createSharePicture(context.own.locale, `campaign-${id}`, format, {
    band: id,
    above: strings.above,
    title: texts.title.value,
    below: format === 'wide' ? undefined : strings.summary.value,
    action: strings.action.value,
    service: siteName(context),
    url: absolute(context, campaignShortPath(context.own, campaign)),
    drawing: drawingOf(context, shared.hero),
  });
}

/** The picture of an organization. */
export function organizationPicture(context: PictureContext, { id, texts, path }: SiteOrganization) {
  return createSharePicture(context.own.locale, `organization-${id}`, 'wide', {
    band: id,
    title: texts.name.value,
    below: texts.summary.value,
    service: siteName(context),
    url: absolute(context, path),
  });
}

/** The picture of a story: its title, the volunteer, and the organization where the site still has it. */
export function storyPicture(context: PictureContext, { id, texts, shared, path }: SiteEntry<'story'>) {
  const { own, t } = context;
  const organization = own.organizations.find((one) => one.id === shared.organization);
  return createSharePicture(own.locale, `story-${id}`, 'wide', {
    band: id,
    above: organization?.texts.name.value ?? t('share.picture.story'),
    title: texts.title.value,
    below: `${shared.firstName}, ${texts.role.value}`,
    service: siteName(context),
    url: absolute(context, path),
  });
}

function taskPicture(context: Pick<SiteContext, 'own' | 't'>, task: TaskType): SharePicture {
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
export function opportunityPicture(
  context: Pick<SiteContext, 'own' | 't'>,
  { shared }: Pick<SiteOpportunity, 'shared'>,
) {
  return taskPicture(context, shared.taskTypes[0] ?? 'writing');
}

/** The picture of an entry's page: its own, or the site's. */
export function entryPicture(context: PictureContext, entry: PagedEntry): SharePicture {
  switch (entry.type) {
    case 'opportunity':
      return opportunityPicture(context, entry);
    case 'organization':
      return organizationPicture(context, entry);
    case 'campaign':
      return campaignPicture(context, entry, 'wide');
    case 'story':
      return storyPicture(context, entry);
    default:
      return sitePicture(context);
  }
}

/** The pictures of a campaign, one in each format, with thumbnails. */
export const campaignPictures = (context: PictureContext, campaign: SiteEntry<'campaign'>): SharePicture[] =>
  (Object.keys(pictureFormats) as PictureFormat[]).map((format) =>
    withThumbnail(campaignPicture(context, campaign, format)),
  );

/** The QR code of a campaign's short address, which is `path` from the root. */
export function campaignQr({ own, siteUrl }: Pick<SiteContext, 'own' | 'siteUrl'>, id: string, path: string) {
  return createQrPicture(own.locale, `campaign-${id}`, new URL(path, siteUrl).href, id);
}

/** All QR codes of a language. */
export const siteQrCodes = (context: Pick<SiteContext, 'own' | 'siteUrl'>): QrPicture[] =>
  [...campaignShortPaths(context.own)].map(([id, path]) => campaignQr(context, id, path));

/** All pictures of a language. */
export function sitePictures(context: PictureContext): SharePicture[] {
  const { campaigns, organizations, stories } = context.own;
  return [
    sitePicture(context),
    ...taskTypes.map((task) => taskPicture(context, task)),
    ...campaigns.flatMap((campaign) => campaignPictures(context, campaign)),
    ...organizations.map((organization) => organizationPicture(context, organization)),
    ...stories.map((story) => storyPicture(context, story)),
  ];
}
