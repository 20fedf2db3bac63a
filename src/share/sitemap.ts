/** Sitemaps as search engines read them: https://www.sitemaps.org/protocol.html */
import { xml, xmlDeclaration } from '@/feeds/xml';
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
export function formatSitemapIndex(locales: readonly Locale[], site: string | URL): string {
  const maps = locales.map(
    (locale) => xml`<sitemap><loc>${new URL(`/sitemap-${locale}.xml`, site).href}</loc></sitemap>\n`,
  );
  return xml`${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}</sitemapindex>\n`
    .text;
}

/** One language's sitemap. */
export function formatSitemap(pages: readonly SitemapPage[], site: string | URL): string {
  const absolute = (path: string) => new URL(path, site).href;
  const urls = pages.map(({ path, lastmod, alternates = [] }) => {
    const links = alternates.map(
      (other) => xml`<xhtml:link rel="alternate" hreflang="${other.locale}" href="${absolute(other.path)}"/>`,
    );
    const changed = lastmod ? xml`<lastmod>${lastmod}</lastmod>` : undefined;
    return xml`<url><loc>${absolute(path)}</loc>${changed}${links.length > 1 ? links : undefined}</url>\n`;
  });
  return xml`${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`.text;
}
