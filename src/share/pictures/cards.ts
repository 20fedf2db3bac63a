/** The pictures of a site's entries, in the words of a language. */
import { label } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { shortPaths } from '@/site/redirects';
import type { LocaleSite, SiteOpportunity, SiteOrganization, SiteEntry } from '@/site/site';
import { formats, qrCode, sharePicture, type Format, type QrPicture, type SharePicture } from './picture';

type Named = Pick<LocaleSite, 'settings'>;

function serviceName({ settings }: Named, t: Translate): string {
  return settings?.texts.name.value ?? t('site.name');
}

/** The picture of every page that has none of its own. */
export function sitePicture(own: Named, t: Translate): SharePicture {
  const below = own.settings?.texts.tagline.value ?? t('site.tagline');
  return sharePicture(t.locale, 'site', 'wide', { band: 'site-home', title: serviceName(own, t), below });
}

/** A campaign in a format. */
export function campaignPicture(
  own: Named,
  t: Translate,
  { id, texts }: SiteEntry<'campaign'>,
  format: Format,
): SharePicture {
  return sharePicture(t.locale, `campaign-${id}`, format, {
    band: id,
    above: t('share.picture.campaign'),
    title: texts.title.value,
    below: format === 'wide' ? undefined : texts.summary.value,
    action: texts.callToAction.value,
    service: serviceName(own, t),
  });
}

/** An organization. */
export function organizationPicture(own: Named, t: Translate, { id, texts }: SiteOrganization): SharePicture {
  return sharePicture(t.locale, `organization-${id}`, 'wide', {
    band: id,
    title: texts.name.value,
    below: texts.summary.value,
    service: serviceName(own, t),
  });
}

/** A story: its title, and who tells it. */
export function storyPicture(
  own: Named,
  t: Translate,
  { id, texts, shared }: SiteEntry<'story'>,
): SharePicture {
  return sharePicture(t.locale, `story-${id}`, 'wide', {
    band: id,
    above: t('share.picture.story'),
    title: texts.title.value,
    below: `${shared.firstName}, ${texts.role.value}`,
    service: serviceName(own, t),
  });
}

function taskPicture(own: Named, t: Translate, task: TaskType): SharePicture {
  return sharePicture(t.locale, `task-${task}`, 'wide', {
    band: task,
    above: t('share.picture.opportunity'),
    title: label(t, 'task', task),
    action: t('share.picture.apply'),
    service: serviceName(own, t),
  });
}

/** An opportunity: all with the same first task type share one, so that cost doesn't grow with their number. */
export function opportunityPicture(own: Named, t: Translate, { shared }: SiteOpportunity): SharePicture {
  return taskPicture(own, t, shared.taskTypes[0] ?? 'writing');
}

const campaignFormats = Object.keys(formats) as Format[];

/** The code of a campaign's short address. `path` is that, from the root. */
export function campaignQr(own: Pick<LocaleSite, 'locale'>, id: string, path: string, site: URL): QrPicture {
  return qrCode(own.locale, `campaign-${id}`, new URL(path, site).href, id);
}

/** Every code of a language. */
export function siteQrCodes(own: LocaleSite, site: URL): QrPicture[] {
  return [...shortPaths(own)].map(([id, path]) => campaignQr(own, id, path, site));
}

/** Every picture of a language. */
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
