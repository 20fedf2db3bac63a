/** The facts of entries in lists: on pages, in the search, on the saved page, and in embeds. */
import type { Locale } from '@/i18n/locales';
import { packClosings } from '@/model/time/closings';
import { acceptsApplications, type Stage } from '@/model/time/lifecycle';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocalizedText } from './localized-entry';
import type { Picture } from '@/pipeline/pictures/picture-files';
import type { Site, SiteEntry, SiteOpportunity, SiteOrganization } from './site';

/** The closing date of an opportunity. */
export interface ClosingFacts {
  /** The last day, in its own time zone. */
  readonly closes: SiteOpportunity['shared']['closes'];
  /** The first instant (ms) at which it is closed. */
  readonly closesAt: number | undefined;
}

/** An opportunity in a list. */
export interface OpportunityCard extends ClosingFacts {
  readonly id: string;
  readonly path: string;
  /** The language of its texts. */
  readonly lang: Locale;
  readonly title: LocalizedText<string>;
  readonly summary: LocalizedText<string>;
  readonly organization: { readonly name: LocalizedText<string>; readonly country: string };
  readonly stage: Stage;
  /** True if lists name its closing day. */
  readonly isClosingNamed: boolean;
  readonly shared: Pick<SiteOpportunity['shared'], 'taskTypes' | 'languages' | 'hours' | 'length' | 'status'>;
}

/** Returns an opportunity's card, the same object at each call. */
export const opportunityCard = cacheByObject((opportunity: SiteOpportunity): OpportunityCard => {
  const { id, path, lang, texts, organization, stage, isClosingNamed, shared, closesAt } = opportunity;
  const { taskTypes, languages, hours, length, status, closes } = shared;
  return {
    id,
    path,
    lang,
    title: texts.title,
    summary: texts.summary,
    organization: { name: organization.texts.name, country: organization.shared.country },
    stage,
    isClosingNamed,
    closes,
    closesAt,
    shared: { taskTypes, languages, hours, length, status },
  };
});

/** An organization in a list. */
export interface OrganizationCard {
  readonly id: string;
  readonly path: string;
  readonly lang: Locale;
  readonly name: LocalizedText<string>;
  readonly summary: LocalizedText<string>;
  readonly country: string;
  readonly kind: SiteOrganization['shared']['kind'];
  readonly logo: Picture | undefined;
}

export function organizationCard(
  { id, path, lang, texts, shared }: SiteOrganization,
  pictures: Site['pictures'],
): OrganizationCard {
  const { country, kind, logo } = shared;
  return {
    id,
    path,
    lang,
    name: texts.name,
    summary: texts.summary,
    country,
    kind,
    logo: logo === undefined ? undefined : pictures[logo],
  };
}

/** A story in a list: its quote and its author. */
export interface StoryCard {
  readonly id: string;
  readonly path: string;
  readonly quote: LocalizedText<string>;
  readonly firstName: string;
  readonly role: LocalizedText<string>;
  readonly country: string;
}

export function storyCard({ id, path, texts, shared }: SiteEntry<'story'>): StoryCard {
  const { firstName, country } = shared;
  return { id, path, quote: texts.quote, firstName, role: texts.role, country };
}

/** A resource, page or campaign in a list. */
export interface EntryCard {
  readonly id: string;
  readonly path: string;
  readonly lang: Locale;
  readonly title: LocalizedText<string>;
  readonly summary: LocalizedText<string>;
}

export function entryCard({
  id,
  path,
  lang,
  texts,
}: SiteEntry<'campaign'> | SiteEntry<'story'> | SiteEntry<'resource'>): EntryCard {
  return { id, path, lang, title: texts.title, summary: texts.summary };
}

/** The number of open opportunities in a list, and when it changes, for `closing-check.client.ts`. */
export interface OpenCount {
  readonly count: number;
  /** The closing times, packed; empty if none closes. */
  readonly closings: string;
}

/** Counts the open opportunities of a list, once: the result may be on hundreds of pages. */
export const openCount = cacheByObject(
  (opportunities: readonly Pick<SiteOpportunity, 'stage' | 'closesAt'>[]): OpenCount => ({
    count: opportunities.length,
    closings: packClosings(
      opportunities.map(({ stage, closesAt }) => (acceptsApplications(stage) ? closesAt : undefined)),
    ),
  }),
);
