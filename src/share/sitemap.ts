/** Formats sitemaps for search engines: https://www.sitemaps.org/protocol.html */
import { escapeXml, xmlDeclaration } from '@/feeds/xml';
import type { Locale } from '@/i18n/locales';

/** A page in the sitemap. */
export interface SitemapPage {
  /** Path from the root. */
  readonly path: string;
  /** The day on which its content last changed, `YYYY-MM-DD`. */
  readonly lastmod?: string | undefined;
  /** The same page in each language that it is really translated into, including itself. */
  readonly alternates?: readonly { readonly locale: Locale; readonly path: string }[] | undefined;
}

/** Formats the index of sitemaps, one for each language, since each has at most 50,000 pages. */
export function formatSitemapIndex(locales: readonly Locale[], site: string | URL): string {
  const maps = locales
    .map(
      (locale) =>
        `<sitemap><loc>${escapeXml(new URL(`/sitemap-${locale}.xml`, site).href)}</loc></sitemap>\n`,
    )
    .join('');
  return `${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}</sitemapindex>\n`;
}

/** Formats one language's sitemap. */
export function formatSitemap(pages: readonly SitemapPage[], site: string | URL): string {
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
