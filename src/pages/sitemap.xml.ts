import type { APIRoute } from 'astro';
import { getSite } from '@/catalog/site';
import { sitemapIndex } from '@/share/sitemap';

export const GET: APIRoute = async ({ site }) =>
  new Response(sitemapIndex((await getSite()).locales, site ?? 'http://localhost:4321'));
