/** The facts of entries in lists: on pages, in the search, on the saved page, and in embeds. */
import { countryName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import { packClosings } from '@/model/time/closings';
import { acceptsApplications } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import { pictureOf, type Site, type SiteEntry, type SiteOpportunity, type SiteOrganization } from './site';

/** Returns an opportunity as lists and results show it, the same object at each call. */
export const opportunityCard = cacheByObject((opportunity: SiteOpportunity) => {
  const { id, path, locale, lang, texts, organization, stage, isClosingNamed, shared, closesAt } =
    opportunity;
  const { taskTypes, languages, hours, length, status, closes } = shared;
  return {
    id,
    path,
    lang,
    title: texts.title.value,
    summary: texts.summary.value,
    organization: {
      name: organization.texts.name,
      country: countryName(translator(locale), organization.shared.country),
      /** True where its registration was checked. */
      isChecked: organization.shared.verifiedOn !== undefined,
    },
    status,
    stage,
    isClosingNamed,
    closes,
    closesAt,
    shared: { taskTypes, languages, hours, length },
  };
});

export type OpportunityCard = Readonly<ReturnType<typeof opportunityCard>>;

/** Returns an organization as lists show it. */
export function organizationCard(
  { id, path, lang, texts: { name, summary }, shared: { country, kind, logo } }: SiteOrganization,
  site: Pick<Site, 'pictures'>,
) {
  return { id, path, lang, name, summary, country, kind, logo: pictureOf(site, logo) };
}

/** Returns a story as lists show it: its quote and its author. */
export function storyCard({ id, path, texts, shared }: SiteEntry<'story'>) {
  const { firstName, country } = shared;
  return { id, path, quote: texts.quote, firstName, role: texts.role, country };
}

export type StoryCard = Readonly<ReturnType<typeof storyCard>>;

/** Returns a resource, story or campaign as lists show it. */
export function entryCard(entry: SiteEntry<'campaign'> | SiteEntry<'story'> | SiteEntry<'resource'>) {
  const { id, path, lang, texts } = entry;
  return { id, path, lang, title: texts.title, summary: texts.summary };
}

export type EntryCard = Readonly<ReturnType<typeof entryCard>>;

/**
 * Counts the open opportunities of a list, once, since the result may be on hundreds of pages. `closings` says when the number
 * changes (`closing-check.client.ts`): the closing times, packed; empty if none closes.
 */
export const openCount = cacheByObject(
  (opportunities: readonly Pick<SiteOpportunity, 'stage' | 'closesAt'>[]) => ({
    count: opportunities.length,
    closings: packClosings(
      opportunities.map(({ stage, closesAt }) => (acceptsApplications(stage) ? closesAt : undefined)),
    ),
  }),
);

export type OpenCount = Readonly<ReturnType<typeof openCount>>;
