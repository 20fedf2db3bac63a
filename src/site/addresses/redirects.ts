import type { Locale } from '@/i18n/locales';
import { pathOf, type PagedType, type Route } from '@/i18n/routes';
import { cacheByObject } from '@/model/cache-by-object';
import { entriesWithPages, type LocaleSite, type PagedEntry, type Site, type SiteEntry } from '../site';

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
  const redirect = ({ type, id, path }: PagedEntry, from: Route, field: string): Redirect => ({
    locale,
    from: pathOf(locale, from),
    to: path,
    type,
    id,
    field,
  });
  const formerOf = (entry: PagedEntry, at: (slug: string) => Route) =>
    (entry.texts.formerSlugs?.value ?? []).map((slug, index) =>
      redirect(entry, at(slug), `formerSlugs.${index}`),
    );
  const pages = entriesWithPages(site).flatMap((entry) =>
    formerOf(entry, (slug) => ({ to: 'entry', type: entry.type, slug })),
  );
  // Of campaigns: their short addresses, former ones, and those that people might guess.
  const shortAt = (slug: string): Route => ({ to: 'campaign-short', slug });
  const present = campaigns.map((campaign) =>
    redirect(campaign, shortAt(campaign.texts.shortSlug?.value ?? campaign.slug), 'shortSlug'),
  );
  const former = campaigns.flatMap((campaign) => formerOf(campaign, shortAt));
  const guessed = campaigns.map((campaign) => redirect(campaign, shortAt(campaign.slug), 'slug'));
  // A short address that the campaign already has needs no second redirect, and a guessed one no warning.
  const taken = new Map(present.map(({ from, id }) => [from, id]));
  const isNew = ({ from, id }: Redirect) => taken.get(from) !== id;
  const isFree = ({ from }: Redirect) => !taken.has(from) && !former.some((other) => other.from === from);
  return [...pages, ...present, ...former.filter(isNew), ...guessed.filter(isFree)];
}

/** Returns the path for sharing a campaign: its short one, `/fr/c/une-langue/`, or its page if another campaign has that. */
export function campaignShortPath(site: LocaleSite, { id, path }: SiteEntry<'campaign'>): string {
  const short = findRedirects(site).made.find((one) => one.field === 'shortSlug' && one.id === id);
  return short?.from ?? path;
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

/** The redirects of all languages. */
export const siteRedirects = ({ byLocale }: Pick<Site, 'byLocale'>): Redirect[] =>
  [...byLocale.values()].flatMap((own) => findRedirects(own).made);
