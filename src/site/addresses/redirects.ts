import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType } from '@/i18n/routes';
import { cacheByObject } from '@/model/cache-by-object';
import type { LocaleSite, SiteEntry } from '../site';

/** A redirect from an address of this site to a page. */
export interface Redirect {
  readonly locale: Locale;
  readonly from: string;
  readonly to: string;
  /** The entry that it redirects to. */
  readonly type: PagedType;
  readonly id: string;
  /** The localized field that defines it, with the index in a list: `formerSlugs.0`. */
  readonly field: string;
}

/** A redirect that isn't created because its address is in use. */
export interface IgnoredRedirect extends Redirect {
  /** The user of the address: a page, or another redirect's target. */
  readonly takenBy: { readonly kind: 'page' | 'redirect'; readonly path: string };
}

export interface Redirects {
  readonly made: readonly Redirect[];
  readonly ignored: readonly IgnoredRedirect[];
}

interface EntryWithFormerAddress {
  readonly id: string;
  readonly type: string;
  readonly slug: string;
  readonly path: string;
  readonly texts: {
    readonly formerSlugs?: { readonly value: readonly string[] } | undefined;
    readonly shortSlug?: { readonly value: string } | undefined;
  };
}

/** Returns the entries of a locale that have pages. */
export function entriesWithPages(site: LocaleSite) {
  return [
    ...site.opportunities,
    ...site.organizations,
    ...site.campaigns,
    ...site.stories,
    ...site.resources,
    ...site.pages,
  ];
}

function wantedRedirects(
  { locale, campaigns }: LocaleSite,
  moved: readonly EntryWithFormerAddress[],
): Redirect[] {
  const former = moved.flatMap(({ id, type, path, texts }) =>
    (texts.formerSlugs?.value ?? []).map((slug, index) => ({
      locale,
      from: pathOf(locale, { to: 'entry', type: type as PagedType, slug }),
      to: path,
      type: type as PagedType,
      id,
      field: `formerSlugs.${index}`,
    })),
  );
  return [...former, ...campaignRedirects({ locale, campaigns })];
}

/** Returns the redirects of campaigns: their short addresses, former ones, and those that people might guess. */
function campaignRedirects({ locale, campaigns }: Pick<LocaleSite, 'locale' | 'campaigns'>): Redirect[] {
  const redirect = ({ id, path }: EntryWithFormerAddress, slug: string, field: string) => ({
    locale,
    from: pathOf(locale, { to: 'campaign-short', slug }),
    to: path,
    type: 'campaign' as const,
    id,
    field,
  });
  const moved: readonly EntryWithFormerAddress[] = campaigns;
  const present = moved.map((campaign) => redirect(campaign, shortSlug(campaign), 'shortSlug'));
  const former = moved.flatMap((campaign) =>
    [...(campaign.texts.formerSlugs?.value ?? []).entries()].map(([index, slug]) =>
      redirect(campaign, slug, `formerSlugs.${index}`),
    ),
  );
  const guessed = moved.map((campaign) => redirect(campaign, campaign.slug, 'slug'));
  // A short address that the campaign already has needs no second redirect, and a guessed one no warning.
  const taken = new Map(present.map(({ from, id }) => [from, id]));
  const isNew = ({ from, id }: Redirect) => taken.get(from) !== id;
  const free = (redirect: Redirect) =>
    !taken.has(redirect.from) && !former.some(({ from }) => from === redirect.from);
  return [...present, ...former.filter(isNew), ...guessed.filter(free)];
}

const shortSlug = ({ slug, texts }: EntryWithFormerAddress) => texts.shortSlug?.value ?? slug;

/** Returns the path for sharing each campaign, by its id: its short one, or its page if another campaign has that. */
export const campaignShortPaths = cacheByObject((site: LocaleSite): ReadonlyMap<string, string> => {
  const made = findRedirects(site).made.filter(({ field }) => field === 'shortSlug');
  const own = site.campaigns.map(({ id, path }): [string, string] => [id, path]);
  return new Map([...own, ...made.map(({ id, from }): [string, string] => [id, from])]);
});

/** Returns the path for sharing a campaign: `/fr/c/une-langue/`. */
export function campaignShortPath(site: LocaleSite, { id, path }: SiteEntry<'campaign'>): string {
  return campaignShortPaths(site).get(id) ?? path;
}

/**
 * Returns the redirects of former and short addresses, found once a site. A page takes precedence over a redirect, and the
 * first of two redirects over the second.
 */
export const findRedirects = cacheByObject((site: LocaleSite): Redirects => {
  const moved: readonly EntryWithFormerAddress[] = entriesWithPages(site);
  const taken = new Map<string, IgnoredRedirect['takenBy']>(
    moved.map(({ path }) => [path, { kind: 'page', path }]),
  );
  const made: Redirect[] = [];
  const ignored: IgnoredRedirect[] = [];
  for (const redirect of wantedRedirects(site, moved)) {
    const takenBy = taken.get(redirect.from);
    if (takenBy) {
      ignored.push({ ...redirect, takenBy });
    } else {
      taken.set(redirect.from, { kind: 'redirect', path: redirect.to });
      made.push(redirect);
    }
  }
  return { made, ignored };
});
