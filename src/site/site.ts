/** The data of the whole site: every entry in every locale, with its address and stage. Pure. */
import { cacheByText } from '@/i18n/cache-by-text';
import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType } from '@/i18n/routes';
import { closingInstant } from '@/model/time/closing';
import { entryKey, type ContentTypeName } from '@/model/types/entry';
import { isClosingNamed, stageAt, type Stage } from '@/model/time/lifecycle';
import type { Content } from '@/pipeline/content';
import { localizeEntry, type EntryFields, type LocalizedEntry } from './localized-entry';
import { assignSlugs, type SlugClash } from './addresses/slugs';
import { contentTypes, type Entry, type EntryOf } from '@/model/types/types';

/** An entry of a type with pages: its texts and its address. */
export interface SiteEntry<Name extends PagedType> extends LocalizedEntry<Name> {
  readonly slug: string;
  /** Path from the root: `/fr/missions/traduire-un-guide/`. */
  readonly path: string;
  /** The address of the entry in each locale. */
  readonly paths: Readonly<Partial<Record<Locale, string>>>;
}

export type SiteOrganization = SiteEntry<'organization'>;

/** An opportunity with its organization and its stage at the time of the build. */
export interface SiteOpportunity extends SiteEntry<'opportunity'> {
  /** Of its texts the name, all that pages of opportunities show: other texts of it don't change these pages. */
  readonly organization: Omit<SiteOrganization, 'texts'> & {
    readonly texts: Pick<SiteOrganization['texts'], 'name'>;
  };
  /** The first instant (ms) at which it is closed. */
  readonly closesAt: number | undefined;
  readonly stage: Stage;
  /** True if lists name its closing day. */
  readonly isClosingNamed: boolean;
}

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
  readonly synonyms: readonly LocalizedEntry<'synonyms'>[];
  readonly settings: LocalizedEntry<'settings'> | undefined;
}

/** Returns the entries of a locale that have pages. */
export const entriesWithPages = (own: LocaleSite) => [
  ...own.opportunities,
  ...own.organizations,
  ...own.campaigns,
  ...own.stories,
  ...own.resources,
  ...own.pages,
];

/** A picture of the content by the name that an entry's field gives, where it has one. */
export const pictureOf = ({ pictures }: Pick<Site, 'pictures'>, name: string | undefined) =>
  name === undefined ? undefined : pictures[name];

/** An entry that has a page. */
export type PagedEntry = ReturnType<typeof entriesWithPages>[number];

/** Returns the latest update (`YYYY-MM-DD`) of some entries; undefined if there are none. */
export function newestUpdate(
  entries: Iterable<{ readonly shared: { readonly updated: string } }>,
): string | undefined {
  return Array.from(entries, ({ shared }) => shared.updated)
    .toSorted()
    .at(-1);
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

function entriesOfType<Name extends ContentTypeName>({ entries }: Content, name: Name) {
  return entries.filter((entry) => entry.type === name) as unknown as EntryOf<Name>[];
}

/** Presents a type's entries in all locales together, since each needs the addresses of the others. */
function placeEntries<Name extends PagedType>(content: Content, type: Name) {
  const entries = entriesOfType(content, type);
  const placed = content.locales.map((locale) => {
    const localized = entries.map((entry) => localizeEntry(entry, locale, content));
    const wanted = localized.map(({ texts }: { readonly texts: EntryFields['texts'] }, index) => ({
      entry: entries[index] as Entry,
      slug: texts['slug']?.value as string | undefined,
      title: (texts[contentTypes[type].title]?.value ?? '') as string,
    }));
    return { locale, localized, ...assignSlugs(wanted) };
  });
  const pathsOf = (id: string) =>
    Object.fromEntries(
      placed.map(({ locale, slugs }) => [
        locale,
        pathOf(locale, { to: 'entry', type, slug: slugs.get(id) ?? id }),
      ]),
    );
  const pathsById = new Map(entries.map(({ id }) => [id, pathsOf(id)]));
  const inLocale = new Map(
    placed.map(({ locale, localized, slugs }) => [
      locale,
      localized.map((entry): SiteEntry<Name> => {
        const paths: SiteEntry<Name>['paths'] = pathsById.get(entry.id) ?? {};
        return { ...entry, slug: slugs.get(entry.id) ?? entry.id, path: paths[locale] ?? '', paths };
      }),
    ]),
  );
  return {
    in: (locale: Locale) => inLocale.get(locale) ?? [],
    clashes: placed.flatMap(({ locale, clashes }) => clashes.map((clash) => ({ ...clash, locale }))),
  };
}

/** Builds the site's data from content. The same content always gives the same site. */
export function buildSite(content: Content): Site {
  const organizations = placeEntries(content, 'organization');
  const opportunities = placeEntries(content, 'opportunity');
  const campaigns = placeEntries(content, 'campaign');
  const stories = placeEntries(content, 'story');
  const resources = placeEntries(content, 'resource');
  const pages = placeEntries(content, 'page');
  const synonyms = entriesOfType(content, 'synonyms');
  const [settings] = entriesOfType(content, 'settings');

  const siteIn = (locale: Locale): LocaleSite => {
    const organizationById = new Map(
      organizations
        .in(locale)
        .map((organization): [string, SiteOpportunity['organization']] => [
          organization.id,
          { ...organization, texts: { name: organization.texts.name } },
        ]),
    );
    const withOrganization = opportunities.in(locale).flatMap((opportunity): SiteOpportunity[] => {
      const { status, closes, organization: id } = opportunity.shared;
      const organization = organizationById.get(id);
      if (!organization) return [];
      const closesAt = closes && closingAt(closes.date, closes.zone);
      const stage = stageAt({ status, closesAt }, content.now);
      return [
        {
          ...opportunity,
          organization,
          closesAt,
          stage,
          isClosingNamed: isClosingNamed(closesAt, content.now),
        },
      ];
    });
    return {
      locale,
      opportunities: withOrganization.toSorted(newestFirst),
      organizations: organizations.in(locale),
      campaigns: campaigns.in(locale),
      stories: stories.in(locale),
      resources: resources.in(locale),
      pages: pages.in(locale),
      synonyms: synonyms.map((entry) => localizeEntry(entry, locale, content)),
      settings: settings && localizeEntry(settings, locale, content),
    };
  };
  return {
    locales: content.locales,
    now: content.now,
    pictures: content.pictures,
    preview: content.preview,
    clashes: [opportunities, organizations, campaigns, stories, resources, pages].flatMap(
      ({ clashes }) => clashes,
    ),
    byLocale: new Map(content.locales.map((locale) => [locale, siteIn(locale)])),
  };
}

/** Puts the texts of entries in the place of others of theirs, where nothing else of the site follows from these. */
export function replaceTexts(site: Site, entries: readonly Entry[], content: Content): void {
  if (entries.length === 0) return;
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  for (const [locale, own] of site.byLocale)
    for (const view of entriesWithPages(own)) {
      const entry = byKey.get(entryKey(view));
      if (entry) Object.assign(view.texts, localizeEntry(entry, locale, content).texts);
    }
}

/** Thousands of opportunities in each language share their days. */
const closingAt = cacheByText((date: string, zone: string) => closingInstant({ date, zone }));

function newestFirst(a: SiteOpportunity, b: SiteOpportunity): number {
  if (a.shared.posted !== b.shared.posted) return a.shared.posted < b.shared.posted ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
