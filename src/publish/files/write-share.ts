/** Writes the pictures, QR codes and print sheets for sharing. They are cached between builds, by their content. */
import path from 'node:path';
import sharp from 'sharp';
import { cached } from '@/cache/cached';
import { readSitePicture } from '@/pipeline/pictures/picture-files';
import type { Progress } from '@/sources/source';
import { siteContexts, type SiteContext } from '@/views/frame/context';
import { createPressSheet } from '@/views/share/press-sheet';
import { pictureFormats, thumbnailSize, type SharePicture } from '@/views/share/share-picture';
import { siteQrCodes, sitePictures, type QrPicture } from '@/views/share/site-pictures';
import { sitePosters, type Poster } from '@/views/share/site-sheets';

interface ShareOptions {
  readonly site: SiteContext['site'];
  /** Writes a file by its path from the root of the site. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** The absolute address of the site. */
  readonly siteUrl: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly cacheFolder?: string;
  /** True for a path whose file is in the site already: its name changes with its content. */
  readonly isKept?: (path: string) => boolean;
}

/** A file with its path from the root of the site. */
interface ShareFile {
  readonly path: string;
  readonly make: () => Promise<Uint8Array | string>;
}

/** Files at the same time: one is drawn while another is rasterized. */
const concurrentFiles = 3;

/**
 * Converts a drawing to PNG. A palette without dithering halves its bytes, at 60 dB; effort 1 takes half the time of 4.
 * Level 6 takes half the time of 9 and is a tenth larger.
 */
const convertToPng = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ compressionLevel: 6, palette: true, dither: 0, effort: 1 }).toBuffer();

/** Converts a drawing to a small picture, drawn at that size: 72 points per inch are its own. */
const convertToThumbnail = (svg: string, { format }: SharePicture) =>
  sharp(Buffer.from(svg), { density: (72 * thumbnailSize(format).width) / pictureFormats[format].width })
    .webp({ quality: 60, effort: 2 })
    .toBuffer();

/** Draws a picture, with its drawing, which the folder lacks where the live site has it. */
async function drawPicture(picture: SharePicture): Promise<string> {
  // Imported when needed, since it reads the fonts.
  const { cardSvg, drawingSize } = await import('@/share/pictures/draw-card');
  const { drawing } = picture.card;
  if (drawing === undefined) return cardSvg(picture);
  const { width, height } = drawingSize(picture.format);
  const bytes = await sharp(readSitePicture(path.basename(drawing)))
    .resize({ width, height, fit: 'cover' })
    .png()
    .toBuffer();
  return cardSvg(picture, `data:image/png;base64,${bytes.toString('base64')}`);
}

const drawCode = async ({ url, band }: QrPicture): Promise<string> =>
  (await import('@/share/pictures/qr-code')).qrSvg(url, band);

/** Draws a poster or flyer, with its drawing at 150 dots per inch of A4. */
async function drawPoster(poster: Poster): Promise<Uint8Array> {
  const { drawPosterPdf, posterDrawing } = await import('@/share/print/draw-poster');
  if (poster.card.drawing === undefined) return drawPosterPdf(poster);
  const [width, height] = [posterDrawing.width, posterDrawing.height].map((points) =>
    Math.round((points / 72) * 150),
  );
  const drawing = sharp(readSitePicture(path.basename(poster.card.drawing)))
    .resize({ width, height, fit: 'cover' })
    .jpeg({ quality: 75 });
  return drawPosterPdf(poster, await drawing.toBuffer());
}

function pressFile(context: SiteContext): ShareFile {
  const sheet = createPressSheet(context);
  return {
    path: sheet.path,
    make: async () => (await import('@/share/print/draw-press-sheet')).drawPressSheetPdf(sheet),
  };
}

function listShareFiles(site: SiteContext['site'], siteUrl: URL): ShareFile[] {
  return siteContexts(site, siteUrl).flatMap((context) => [
    ...sitePictures(context).map((picture) => ({
      path: picture.path,
      make: async () => convertToPng(await drawPicture(picture)),
    })),
    // Where a page shows one.
    ...sitePictures(context).flatMap((picture) =>
      picture.thumbnail === undefined
        ? []
        : [
            {
              path: picture.thumbnail,
              make: async () => convertToThumbnail(await drawPicture(picture), picture),
            },
          ],
    ),
    ...siteQrCodes(context).flatMap((code) => [
      { path: code.svg, make: () => drawCode(code) },
      { path: code.png, make: async () => convertToPng(await drawCode(code)) },
    ]),
    ...sitePosters(context).map((poster) => ({
      path: poster.path,
      make: () => drawPoster(poster),
    })),
    pressFile(context),
  ]);
}

/** Returns the paths of all share files from the root of the site, without drawing them. */
export const listSharePaths = (site: SiteContext['site'], siteUrl: URL): string[] =>
  listShareFiles(site, siteUrl).map((file) => file.path);

/**
 * Writes all share files. Resolves to the number of files, and of those that weren't cached. Rejects with the
 * system's error or the signal's reason.
 */
export async function writeShare({
  site,
  write,
  siteUrl,
  progress,
  signal,
  cacheFolder,
  isKept = () => false,
}: ShareOptions): Promise<{ files: number; made: number }> {
  // Each picture is drawn once, so a cache in memory is of no use.
  sharp.cache(false);
  const files = listShareFiles(site, new URL(siteUrl)).filter((file) => !isKept(file.path));
  let made = 0;
  const draw = async (file: ShareFile) => {
    const drawn = await file.make();
    made += 1;
    if (made % 100 === 0) progress(`  ${made} pictures for sharing`);
    return drawn;
  };
  const queue = files.values();
  const writeNext = async () => {
    for (const file of queue) {
      signal.throwIfAborted();
      // Paths contain a hash of the content and a version of the drawing.
      const key = { name: 'share', code: '', input: file.path } as const;
      write(file.path, await cached(key, () => draw(file), cacheFolder));
    }
  };
  await Promise.all(Array.from({ length: concurrentFiles }, writeNext));
  return { files: files.length, made };
}
