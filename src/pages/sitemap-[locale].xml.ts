import type { APIRoute } from 'astro';
import type { Locale } from '@/i18n/locales';
import { currentSite } from '@/render/current-site';
import { localePaths, pageContext } from '@/render/page-context';
import { formatSitemap } from '@/share/sitemap';
import { sitemapPages } from '@/share/sitemap-pages';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props, site }) => {
  const { own, siteUrl } = await pageContext(props.locale, site);
  return new Response(formatSitemap(sitemapPages(await currentSite(), own), siteUrl));
};
