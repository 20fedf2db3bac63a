/** Puts pictures side by side, so that a page can be compared in all languages. */
import sharp, { type OverlayOptions } from 'sharp';

/** Pixels between pictures. */
const gapPixels = 24;
/** The largest height of a sheet, in pixels. The rest of a long page is in its own picture. */
const maxHeight = 6000;

/** Writes a row of PNG files as one picture. Rejects with sharp's error if one can't be read. */
export async function writeSheet(files: readonly string[], target: string): Promise<void> {
  const pictures = await Promise.all(
    files.map(async (file) => {
      const { width, height } = await sharp(file).metadata();
      return { file, width, height: Math.min(height, maxHeight) };
    }),
  );
  const height = Math.max(...pictures.map((picture) => picture.height));
  const width = pictures.reduce((sum, picture) => sum + picture.width + gapPixels, gapPixels);
  let left = gapPixels;
  const composites: OverlayOptions[] = [];
  for (const picture of pictures) {
    const input = await sharp(picture.file)
      .extract({ left: 0, top: 0, width: picture.width, height: picture.height })
      .toBuffer();
    composites.push({ input, left, top: gapPixels });
    left += picture.width + gapPixels;
  }
  await sharp({ create: { width, height: height + 2 * gapPixels, channels: 3, background: '#888' } })
    .composite(composites)
    .png({ compressionLevel: 6 })
    .toFile(target);
}
