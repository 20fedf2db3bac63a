import type { APIRoute } from 'astro';
import { currentSite } from '@/render/current-site';
import { siteAddress } from '@/render/page-context';
import { formatSitemapIndex } from '@/share/sitemap';

export const GET: APIRoute = async () =>
  new Response(formatSitemapIndex((await currentSite()).locales, siteAddress()));
