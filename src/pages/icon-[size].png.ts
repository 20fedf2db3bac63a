import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { iconSizes } from '@/offline/manifest';

export const getStaticPaths = () => iconSizes.map((size) => ({ params: { size: String(size) } }));

/** The icon is a weave of five by five; nothing of it is lost by drawing its squares larger. */
export const GET: APIRoute = async ({ params: { size } }) => {
  const svg = await readFile('public/icon.svg');
  const picture = await sharp(svg, { density: 72 * 20 })
    .resize(Number(size), Number(size), { kernel: 'nearest' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } });
};
