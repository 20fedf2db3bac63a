import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { sitemapIndex } from '@/share/sitemap';

export const GET: APIRoute = async ({ site }) =>
  new Response(sitemapIndex((await currentSite()).locales, site ?? 'http://localhost:4321'));
