/** The links in a page's head, decided in one place. */
import { locales, type Locale } from '@/i18n/locales';

/** A page in its languages. */
export interface PageAddress {
  /** The path of the same page in each language that is built. */
  readonly paths: Readonly<Partial<Record<Locale, string>>>;
  /** Languages in which it is really translated; all where nothing is given. */
  readonly translations?: readonly Locale[];
  /** The language of the content, where it isn't the page's. */
  readonly lang?: Locale;
  /** True on a home page, to which the site's bare address leads. Its title is the service's name, and it has its own band. */
  readonly isHome?: boolean;
}

/** The canonical address and the translations of a page. `site` is the absolute address of the site. */
export function headLinks(address: PageAddress & { readonly locale: Locale }, site: string | URL) {
  const absolute = (path: string) => new URL(path, site).href;
  const translations = address.translations ?? locales.filter((locale) => address.paths[locale]);
  const own = address.paths[address.locale] ?? '/';
  const home = address.paths[address.lang ?? address.locale] ?? own;
  const alternates = locales
    .filter((locale) => translations.includes(locale))
    .flatMap((locale) => {
      const path = address.paths[locale];
      return path === undefined ? [] : [{ hreflang: locale as string, href: absolute(path) }];
    });
  // https://developers.google.com/search/docs/specialty/international/localized-versions: pages must name each other.
  if (address.isHome) alternates.push({ hreflang: 'x-default', href: absolute('/') });
  const isTranslated = translations.includes(address.locale);
  return {
    /** This page's own address. */
    own: absolute(own),
    /** The address that stands for this content: an untranslated page points to the one in its real language. */
    canonical: absolute(home),
    /** Real translations only, this page included, and of a home page the bare address; empty if there is no other. */
    alternates: isTranslated && alternates.length > 1 ? alternates : [],
  };
}
