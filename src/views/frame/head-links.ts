/** The links in a page's head, decided in one place. */
import { locales, type Locale } from '@/i18n/locales';
import type { PageHead } from './frame';

/** The canonical address and the translations of a page. `site` is the absolute address of the site. */
export function headLinks(
  address: Pick<PageHead, 'paths' | 'translations' | 'lang' | 'isHome'> & { readonly locale: Locale },
  site: string | URL,
) {
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
