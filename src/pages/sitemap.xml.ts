import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { formatSitemapIndex } from '@/share/sitemap';
import { sitemapIndexView } from '@/views/sitemap';

export const GET: APIRoute = async ({ site }) =>
  new Response(
    formatSitemapIndex(sitemapIndexView(await currentSite(), site ?? new URL('http://localhost:4321'))),
  );
