import type { APIRoute } from 'astro';
import { currentBrand } from '@/brand/brand';
import { iconSvg } from '@/brand/brand-files';
import { currentSite } from '@/render/current-site';

export const GET: APIRoute = async () => {
  await currentSite();
  return new Response(iconSvg(currentBrand()), { headers: { 'Content-Type': 'image/svg+xml' } });
};
