import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { formatSitemapIndex } from '@/share/sitemap';

export const GET: APIRoute = async ({ site }) =>
  new Response(formatSitemapIndex((await currentSite()).locales, site ?? 'http://localhost:4321'));
