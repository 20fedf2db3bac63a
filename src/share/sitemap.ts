/** Sitemaps as search engines read them: https://www.sitemaps.org/protocol.html */
import { escapeXml, xmlDeclaration } from '@/feeds/xml';
import type { Locale } from '@/i18n/locales';

/** A page to be listed. */
export interface SitemapPage {
  /** Path from the root. */
  readonly path: string;
  /** The day on which its content last changed, `YYYY-MM-DD`. */
  readonly lastmod?: string | undefined;
  /** The same page in each language that it is really translated into, itself included. */
  readonly alternates?: readonly { readonly locale: Locale; readonly path: string }[] | undefined;
}

/** The list of sitemaps, one a language, since one may hold 50,000 pages at most. */
export function sitemapIndex(locales: readonly Locale[], site: string | URL): string {
  const maps = locales
    .map(
      (locale) =>
        `<sitemap><loc>${escapeXml(new URL(`/sitemap-${locale}.xml`, site).href)}</loc></sitemap>\n`,
    )
    .join('');
  return `${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}</sitemapindex>\n`;
}

/** One language's sitemap. */
export function sitemap(pages: readonly SitemapPage[], site: string | URL): string {
  const absolute = (path: string) => escapeXml(new URL(path, site).href);
  const urls = pages.map(({ path, lastmod, alternates = [] }) => {
    const links =
      alternates.length > 1
        ? alternates
            .map(
              (other) =>
                `<xhtml:link rel="alternate" hreflang="${other.locale}" href="${absolute(other.path)}"/>`,
            )
            .join('')
        : '';
    return `<url><loc>${absolute(path)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}${links}</url>\n`;
  });
  return (
    `${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n` +
    `${urls.join('')}</urlset>\n`
  );
}
