/** The sheets of a site for printing, and their paths. Without fonts: pages only need the addresses. */
import type { SiteEntry, SiteOrganization } from '@/site/site';
import type { SiteContext } from '../frame/context';
import { papers, type Paper } from './papers';
import { contentKey, type PictureCard } from './share-picture';
import { entryPicture } from './site-pictures';

/** The card of the sheets of an entry: that of its square picture, and the note of invented content, where there is one. */
function posterCard(context: SiteContext, entry: SiteEntry<'campaign'> | SiteOrganization): PictureCard {
  const { own, t } = context;
  const asked = {
    above: t('share.picture.opportunity'),
    action: t('share.picture.apply'),
  };
  return {
    ...entryPicture(context, entry, 'square').card,
    ...(entry.type === 'organization' && asked),
    note: own.settings?.shared.sample ? t('sample.note') : undefined,
  };
}

/** Creates the sheets of an entry: a campaign's poster and flyer; an organization's flyer. */
export function createPosters(context: SiteContext, entry: SiteEntry<'campaign'> | SiteOrganization) {
  const { locale } = context.own;
  const made = {
    locale,
    /** Day of the last change, `YYYY-MM-DD`. */
    updated: entry.shared.updated,
    card: posterCard(context, entry),
  };
  const kinds: readonly Paper[] = entry.type === 'organization' ? ['a5'] : (Object.keys(papers) as Paper[]);
  return kinds.map((paper) => ({
    ...made,
    paper,
    /** The path from the root, which changes with the content. */
    path: `/share/${locale}/${entry.type}-${entry.id}-${paper}-${contentKey({ ...made, paper })}.pdf`,
  }));
}

export type Poster = Readonly<ReturnType<typeof createPosters>[number]>;

/** Creates all sheets of a language. */
export const sitePosters = (context: SiteContext): Poster[] =>
  [...context.own.campaigns, ...context.own.organizations].flatMap((entry) => createPosters(context, entry));
