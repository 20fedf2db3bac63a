/** Sitemaps as search engines read them: https://www.sitemaps.org/protocol.html */
import { html, xmlDeclaration } from '@/model/html';
import type { sitemapView } from '@/views/sitemap';

/** The list of sitemaps, one a language, since one may hold 50,000 pages at most. */
export function formatSitemapIndex(locales: readonly string[], siteUrl: URL): string {
  const maps = locales.map(
    (locale) => html`<sitemap><loc>${new URL(`/sitemap-${locale}.xml`, siteUrl).href}</loc></sitemap>\n`,
  );
  return html`${xmlDeclaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps}</sitemapindex>\n`
    .text;
}

/** One language's sitemap. */
export function formatSitemap({ pages, siteUrl }: ReturnType<typeof sitemapView>): string {
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const urls = pages.map(({ path, lastmod, alternates }) => {
    const links = alternates.map(
      (other) =>
        html`<xhtml:link rel="alternate" hreflang="${other.hreflang}" href="${absolute(other.path)}"/>`,
    );
    const changed = lastmod ? html`<lastmod>${lastmod}</lastmod>` : undefined;
    return html`<url><loc>${absolute(path)}</loc>${changed}${links.length > 1 ? links : undefined}</url>\n`;
  });
  return html`${xmlDeclaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`.text;
}
