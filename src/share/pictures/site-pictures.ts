/** The pictures of a site's entries in one language. */
import { label } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { campaignShortPaths } from '@/site/addresses/redirects';
import type { LocaleSite, SiteOpportunity, SiteOrganization, SiteEntry } from '@/site/site';
import {
  pictureFormats,
  createQrPicture,
  createSharePicture,
  type PictureFormat,
  type QrPicture,
  type SharePicture,
} from './share-picture';

type Named = Pick<LocaleSite, 'settings'>;

function serviceName({ settings }: Named, t: Translate): string {
  return settings?.texts.name.value ?? t('site.name');
}

/** The picture of pages without one of their own. */
export function sitePicture(own: Named, t: Translate): SharePicture {
  const below = own.settings?.texts.tagline.value ?? t('site.tagline');
  return createSharePicture(t.locale, 'site', 'wide', {
    band: 'site-home',
    title: serviceName(own, t),
    below,
  });
}

/** The picture of a campaign in a format. */
export function campaignPicture(
  own: Named,
  t: Translate,
  { id, texts }: SiteEntry<'campaign'>,
  format: PictureFormat,
): SharePicture {
  return createSharePicture(t.locale, `campaign-${id}`, format, {
    band: id,
    above: t('share.picture.campaign'),
    title: texts.title.value,
    below: format === 'wide' ? undefined : texts.summary.value,
    action: texts.callToAction.value,
    service: serviceName(own, t),
  });
}

/** The picture of an organization. */
export function organizationPicture(own: Named, t: Translate, { id, texts }: SiteOrganization): SharePicture {
  return createSharePicture(t.locale, `organization-${id}`, 'wide', {
    band: id,
    title: texts.name.value,
    below: texts.summary.value,
    service: serviceName(own, t),
  });
}

/** The picture of a story: its title, and the volunteer. */
export function storyPicture(
  own: Named,
  t: Translate,
  { id, texts, shared }: SiteEntry<'story'>,
): SharePicture {
  return createSharePicture(t.locale, `story-${id}`, 'wide', {
    band: id,
    above: t('share.picture.story'),
    title: texts.title.value,
    below: `${shared.firstName}, ${texts.role.value}`,
    service: serviceName(own, t),
  });
}

function taskPicture(own: Named, t: Translate, task: TaskType): SharePicture {
  return createSharePicture(t.locale, `task-${task}`, 'wide', {
    band: task,
    above: t('share.picture.opportunity'),
    title: label(t, 'task', task),
    action: t('share.picture.apply'),
    service: serviceName(own, t),
  });
}

/**
 * The picture of an opportunity: all with the same main task share one, so that the cost doesn't grow with their
 * number.
 */
export function opportunityPicture(own: Named, t: Translate, { shared }: SiteOpportunity): SharePicture {
  return taskPicture(own, t, shared.taskTypes[0] ?? 'writing');
}

const campaignFormats = Object.keys(pictureFormats) as PictureFormat[];

/** The QR code of a campaign's short address, which is `path` from the root. */
export function campaignQr(own: Pick<LocaleSite, 'locale'>, id: string, path: string, site: URL): QrPicture {
  return createQrPicture(own.locale, `campaign-${id}`, new URL(path, site).href, id);
}

/** All QR codes of a language. */
export function siteQrCodes(own: LocaleSite, site: URL): QrPicture[] {
  return [...campaignShortPaths(own)].map(([id, path]) => campaignQr(own, id, path, site));
}

/** All pictures of a language. */
export function sitePictures(own: LocaleSite): SharePicture[] {
  const t = translator(own.locale);
  return [
    sitePicture(own, t),
    ...taskTypes.map((task) => taskPicture(own, t, task)),
    ...own.campaigns.flatMap((campaign) =>
      campaignFormats.map((format) => campaignPicture(own, t, campaign, format)),
    ),
    ...own.organizations.map((organization) => organizationPicture(own, t, organization)),
    ...own.stories.map((story) => storyPicture(own, t, story)),
  ];
}
