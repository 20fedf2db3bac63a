import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { currentBrand } from '@/brand/brand';
import { iconSvg } from '@/brand/brand-files';
import { iconSizes } from '@/offline/manifest';
import { currentSite } from '@/render/current-site';

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { size: String(size) } }));

/** The program's own icon is a weave of five by five; nothing of it is lost by drawing its squares larger. */
export const GET: APIRoute = async ({ params: { size } }) => {
  await currentSite();
  const brand = currentBrand();
  const icon = sharp(Buffer.from(iconSvg(brand)), { density: 72 * 20 });
  const resized = brand.logo
    ? icon.resize(Number(size), Number(size), { fit: 'contain', background: brand.light.ground })
    : icon.resize(Number(size), Number(size), { kernel: 'nearest' });
  const picture = await resized.png({ compressionLevel: 9, palette: true }).toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } });
};
