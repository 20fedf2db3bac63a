import type { APIRoute } from 'astro';
import { localePaths } from '@/catalog/paths';
import { sitemapPages } from '@/catalog/sitemap-pages';
import type { Locale } from '@/i18n/locales';
import { formatSitemap } from '@/share/sitemap';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props, site }) =>
  new Response(formatSitemap(await sitemapPages(props.locale), site ?? 'http://localhost:4321'));
