import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType } from '@/i18n/routes';
import { cacheByObject } from '@/model/cache-by-object';
import { entriesWithPages, type LocaleSite, type SiteEntry } from '../site';

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

function wantedRedirects(site: LocaleSite): Redirect[] {
  const { locale, campaigns } = site;
  const former = entriesWithPages(site).flatMap(({ id, type, path, texts }) =>
    (texts.formerSlugs?.value ?? []).map((slug, index) => ({
      locale,
      from: pathOf(locale, { to: 'entry', type, slug }),
      to: path,
      type,
      id,
      field: `formerSlugs.${index}`,
    })),
  );
  return [...former, ...campaignRedirects(locale, campaigns)];
}

/** Returns the redirects of campaigns: their short addresses, former ones, and those that people might guess. */
function campaignRedirects(locale: Locale, campaigns: LocaleSite['campaigns']): Redirect[] {
  const redirect = ({ id, path }: SiteEntry<'campaign'>, slug: string, field: string) => ({
    locale,
    from: pathOf(locale, { to: 'campaign-short', slug }),
    to: path,
    type: 'campaign' as const,
    id,
    field,
  });
  const present = campaigns.map((campaign) =>
    redirect(campaign, campaign.texts.shortSlug?.value ?? campaign.slug, 'shortSlug'),
  );
  const former = campaigns.flatMap((campaign) =>
    (campaign.texts.formerSlugs?.value ?? []).map((slug, index) =>
      redirect(campaign, slug, `formerSlugs.${index}`),
    ),
  );
  const guessed = campaigns.map((campaign) => redirect(campaign, campaign.slug, 'slug'));
  // A short address that the campaign already has needs no second redirect, and a guessed one no warning.
  const taken = new Map(present.map(({ from, id }) => [from, id]));
  const isNew = ({ from, id }: Redirect) => taken.get(from) !== id;
  const isFree = ({ from }: Redirect) => !taken.has(from) && !former.some((other) => other.from === from);
  return [...present, ...former.filter(isNew), ...guessed.filter(isFree)];
}

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
export const findRedirects = cacheByObject((site: LocaleSite) => {
  const taken = new Map<string, IgnoredRedirect['takenBy']>(
    entriesWithPages(site).map(({ path }) => [path, { kind: 'page', path }]),
  );
  const made: Redirect[] = [];
  const ignored: IgnoredRedirect[] = [];
  for (const redirect of wantedRedirects(site)) {
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
