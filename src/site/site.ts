/** The data of the whole site: every entry in every locale, with its address and stage. Pure. */
import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType, type Route } from '@/i18n/routes';
import { passedChecks } from '@/model/checks/passed';
import { closingInstant } from '@/model/time/closing';
import type { ContentTypeName } from '@/model/types/entry';
import { isClosingNamed, stageAt, type Stage } from '@/model/time/lifecycle';
import type { Content } from '@/pipeline/content';
import { localizeEntry, type LocalizedText, type LocalizedEntryOf } from './localized-entry';
import { assignSlugs, type SlugClash } from './addresses/slugs';
import type { AnyEntry } from '@/pipeline/check/validate';

/** An entry of a type with pages: its texts and its address. */
export type SiteEntry<Name extends PagedType> = LocalizedEntryOf<Name> & {
  readonly slug: string;
  /** Path from the root: `/fr/missions/traduire-un-guide/`. */
  readonly path: string;
  /** The address of the entry in each locale. */
  readonly paths: Readonly<Partial<Record<Locale, string>>>;
};

/** An entry of a type with quality rules that pages show. */
interface WithPassedChecks {
  /** The codes of the quality rules that it meets; the strings are `check.<code>`. */
  readonly passed: readonly string[];
}

export type SiteOrganization = SiteEntry<'organization'> & WithPassedChecks;

/** An opportunity with its organization and its stage at the time of the build. */
export type SiteOpportunity = SiteEntry<'opportunity'> &
  WithPassedChecks & {
    readonly organization: SiteOrganization;
    /** The first instant (ms) at which it is closed. */
    readonly closesAt: number | undefined;
    readonly stage: Stage;
    /** True if lists name its closing day. */
    readonly isClosingNamed: boolean;
  };

/** An opportunity as its own page shows it: of the texts of its organization only the name. */
export type ShownOpportunity = Omit<SiteOpportunity, 'organization'> & {
  readonly organization: Omit<SiteOrganization, 'texts'> & {
    readonly texts: Pick<SiteOrganization['texts'], 'name'>;
  };
};

/** Returns an opportunity as its own page shows it. */
export const shownOpportunity = (opportunity: SiteOpportunity): ShownOpportunity => ({
  ...opportunity,
  organization: { ...opportunity.organization, texts: { name: opportunity.organization.texts.name } },
});

/** The data of one locale. Lists are sorted by id unless noted otherwise. */
export interface LocaleSite {
  readonly locale: Locale;
  /** Newest first, then by id. */
  readonly opportunities: readonly SiteOpportunity[];
  readonly organizations: readonly SiteOrganization[];
  readonly campaigns: readonly SiteEntry<'campaign'>[];
  readonly stories: readonly SiteEntry<'story'>[];
  readonly resources: readonly SiteEntry<'resource'>[];
  readonly pages: readonly SiteEntry<'page'>[];
  readonly synonyms: readonly LocalizedEntryOf<'synonyms'>[];
  readonly settings: LocalizedEntryOf<'settings'> | undefined;
}

/** An address that was given to another entry. */
export type AddressClash = SlugClash & { readonly locale: Locale };

export interface Site {
  readonly locales: readonly Locale[];
  readonly now: number;
  readonly pictures: Content['pictures'];
  /** In a preview only: the state of each entry. */
  readonly preview: Content['preview'];
  /** Addresses that two entries of a type claimed in a locale. */
  readonly clashes: readonly AddressClash[];
  readonly byLocale: ReadonlyMap<Locale, LocaleSite>;
}

function entryTitle(localized: {
  readonly texts: Record<string, LocalizedText<unknown> | undefined>;
}): string {
  const title = localized.texts['title'] ?? localized.texts['name'];
  return typeof title?.value === 'string' ? title.value : '';
}

type OfType<Name extends ContentTypeName> = Extract<AnyEntry, { readonly type: Name }>;

function entriesOfType<Name extends ContentTypeName>(content: Content, name: Name): OfType<Name>[] {
  return content.entries.filter((entry): entry is OfType<Name> => entry.type === name);
}

interface LocalizedPagedEntries<Name extends PagedType> {
  readonly views: ReadonlyMap<Locale, SiteEntry<Name>[]>;
  readonly clashes: readonly AddressClash[];
}

/** Presents a type's entries in all locales together, since each needs the addresses of the others. */
function localizePagedEntries<Name extends PagedType>(
  content: Content,
  name: Name,
): LocalizedPagedEntries<Name> {
  const entries = entriesOfType(content, name);
  const localized = new Map(
    content.locales.map((locale) => [locale, entries.map((entry) => localizeEntry(entry, locale, content))]),
  );
  const assigned = new Map(
    content.locales.map((locale) => {
      const wanted = (localized.get(locale) ?? []).map((view, index) => ({
        entry: entries[index] as AnyEntry,
        slug: (view.texts as Record<string, LocalizedText<string> | undefined>)['slug']?.value,
        title: entryTitle(view as never),
      }));
      return [locale, assignSlugs(wanted)] as const;
    }),
  );
  const slugIn = (locale: Locale, id: string) => assigned.get(locale)?.slugs.get(id) ?? id;
  const pathIn = (locale: Locale, id: string) =>
    pathOf(locale, { to: 'entry', type: name, slug: slugIn(locale, id) } satisfies Route);
  const pathsById = new Map(
    entries.map(({ id }: AnyEntry) => [
      id,
      Object.fromEntries(content.locales.map((locale) => [locale, pathIn(locale, id)])),
    ]),
  );
  const views = new Map(
    content.locales.map((locale) => {
      const own = (localized.get(locale) ?? []).map((view) => {
        const paths = pathsById.get(view.id) ?? {};
        return { ...view, slug: slugIn(locale, view.id), path: paths[locale], paths };
      });
      return [locale, own as unknown as SiteEntry<Name>[]];
    }),
  );
  const clashes = [...assigned].flatMap(([locale, { clashes }]) =>
    clashes.map((clash) => ({ ...clash, locale })),
  );
  return { views, clashes };
}

/** Builds the site's data from content. The same content always gives the same site. */
export function buildSite(content: Content): Site {
  const passedBy = (name: 'opportunity' | 'organization') =>
    new Map(entriesOfType(content, name).map((entry) => [entry.id, passedChecks(entry)]));
  const closesAtOf = rememberClosings();
  const passed = { opportunity: passedBy('opportunity'), organization: passedBy('organization') };
  const organizations = localizePagedEntries(content, 'organization');
  const opportunities = localizePagedEntries(content, 'opportunity');
  const campaigns = localizePagedEntries(content, 'campaign');
  const stories = localizePagedEntries(content, 'story');
  const resources = localizePagedEntries(content, 'resource');
  const pages = localizePagedEntries(content, 'page');

  const byLocale = new Map(
    content.locales.map((locale): [Locale, LocaleSite] => {
      const organizationById = new Map(
        (organizations.views.get(locale) ?? []).map((view): [string, SiteOrganization] => [
          view.id,
          { ...view, passed: passed.organization.get(view.id) ?? [] },
        ]),
      );
      const withOrganization = (opportunities.views.get(locale) ?? []).flatMap((view): SiteOpportunity[] => {
        const organization = organizationById.get(view.shared.organization);
        if (!organization) return [];
        const closesAt = view.shared.closes && closesAtOf(view.shared.closes);
        const stage = stageAt({ status: view.shared.status, closesAt }, content.now);
        return [
          {
            ...view,
            passed: passed.opportunity.get(view.id) ?? [],
            organization,
            closesAt,
            stage,
            isClosingNamed: isClosingNamed(closesAt, content.now),
          },
        ];
      });
      const settings = entriesOfType(content, 'settings')[0];
      return [
        locale,
        {
          locale,
          opportunities: withOrganization.toSorted(newestFirst),
          organizations: [...organizationById.values()],
          campaigns: campaigns.views.get(locale) ?? [],
          stories: stories.views.get(locale) ?? [],
          resources: resources.views.get(locale) ?? [],
          pages: pages.views.get(locale) ?? [],
          synonyms: entriesOfType(content, 'synonyms').map((entry) => localizeEntry(entry, locale, content)),
          settings: settings && localizeEntry(settings, locale, content),
        },
      ];
    }),
  );
  const paged = [opportunities, organizations, campaigns, stories, resources, pages];
  return {
    locales: content.locales,
    now: content.now,
    pictures: content.pictures,
    preview: content.preview,
    clashes: paged.flatMap(({ clashes }) => clashes),
    byLocale,
  };
}

/** Creates a `closingInstant` that remembers days: thousands of opportunities in each language share them. */
function rememberClosings(): typeof closingInstant {
  const known = new Map<string, number>();
  return (closes) => {
    const key = `${closes.date} ${closes.zone}`;
    const instant = known.get(key) ?? closingInstant(closes);
    known.set(key, instant);
    return instant;
  };
}

function newestFirst(a: SiteOpportunity, b: SiteOpportunity): number {
  if (a.shared.posted !== b.shared.posted) return a.shared.posted < b.shared.posted ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
