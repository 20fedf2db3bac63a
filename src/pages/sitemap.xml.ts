import type { APIRoute } from 'astro';
import { getSite } from '@/catalog/site';
import { formatSitemapIndex } from '@/share/sitemap';

export const GET: APIRoute = async ({ site }) =>
  new Response(formatSitemapIndex((await getSite()).locales, site ?? 'http://localhost:4321'));
