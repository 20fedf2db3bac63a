import type { APIRoute } from 'astro';
import type { Locale } from '@/i18n/locales';
import { localePaths, pageContext } from '@/render/page-context';
import { formatSitemap } from '@/share/sitemap';
import { sitemapView } from '@/views/sitemap';

export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(formatSitemap(sitemapView(await pageContext(props.locale))));
