/** The pictures of a site's entries in one language. */
import { label } from '@/i18n/names';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { campaignShortPath } from '@/site/addresses/redirects';
import { pictureOf, type PagedEntry, type SiteEntry } from '@/site/site';
import { campaignStrings } from './shared-entries';
import { siteName, siteTagline, type SiteContext } from '../frame/context';
import {
  pictureFormats,
  contentKey,
  createSharePicture,
  withThumbnail,
  type PictureCard,
  type PictureFormat,
  type SharePicture,
} from './share-picture';

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
 * The picture of an entry's page: its own, or the site's. Opportunities with the same main task share one, so that the cost
 * doesn't grow with their number. A campaign has one in each format; after its end it calls for nothing more.
 */
export function entryPicture(
  context: SiteContext,
  entry: PagedEntry,
  format: PictureFormat = 'wide',
): SharePicture {
  const { own, t, siteUrl } = context;
  const create = (
    texts: Pick<PictureCard, 'above' | 'title' | 'below' | 'action'>,
    path = entry.path,
    drawing?: string,
  ) =>
    createSharePicture(own.locale, `${entry.type}-${entry.id}`, format, {
      band: entry.id,
      ...texts,
      service: siteName(context),
      url: new URL(path, siteUrl).href,
      drawing,
    });
  switch (entry.type) {
    case 'opportunity':
      return taskPicture(context, entry.shared.taskTypes[0] ?? 'writing');
    case 'organization':
      return create({ title: entry.texts.name.value, below: entry.texts.summary.value });
    case 'campaign': {
      const { above, summary, action } = campaignStrings(entry, context);
      const below = format === 'wide' ? undefined : summary.value;
      return create(
        { above, title: entry.texts.title.value, below, action: action.value },
        campaignShortPath(own, entry),
        drawingOf(context, entry.shared.hero),
      );
    }
    case 'story': {
      const { title, role } = entry.texts;
      const organization = own.organizations.find(({ id }) => id === entry.shared.organization);
      return create({
        above: organization?.texts.name.value ?? t('share.picture.story'),
        title: title.value,
        below: `${entry.shared.firstName}, ${role.value}`,
      });
    }
    default:
      return sitePicture(context);
  }
}

/** The pictures of a campaign, one in each format, with thumbnails. */
export const campaignPictures = (context: SiteContext, campaign: SiteEntry<'campaign'>): SharePicture[] =>
  (Object.keys(pictureFormats) as PictureFormat[]).map((format) =>
    withThumbnail(entryPicture(context, campaign, format)),
  );

/** The QR code of a campaign's short address, as SVG and PNG. */
export function campaignQr({ own, siteUrl }: SiteContext, campaign: SiteEntry<'campaign'>) {
  const { id: band } = campaign;
  const url = new URL(campaignShortPath(own, campaign), siteUrl).href;
  const path = `/share/${own.locale}/campaign-${band}-qr-${contentKey({ url, band })}`;
  return {
    /** The paths from the root. */
    svg: `${path}.svg`,
    png: `${path}.png`,
    url,
    /** The id that decides the band below it. */
    band,
  };
}

export type QrPicture = Readonly<ReturnType<typeof campaignQr>>;

/** All QR codes of a language. */
export const siteQrCodes = (context: SiteContext): QrPicture[] =>
  context.own.campaigns.map((campaign) => campaignQr(context, campaign));

/** All pictures of a language. */
export function sitePictures(context: SiteContext): SharePicture[] {
  const { campaigns, organizations, stories } = context.own;
  return [
    sitePicture(context),
    ...taskTypes.map((task) => taskPicture(context, task)),
    ...campaigns.flatMap((campaign) => campaignPictures(context, campaign)),
    ...[...organizations, ...stories].map((entry) => entryPicture(context, entry)),
  ];
}
