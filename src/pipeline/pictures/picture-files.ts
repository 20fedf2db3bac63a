/** The files of a picture, and their names. */
import { createHash } from 'node:crypto';
import { readCached, type CacheKey } from '@/cache/cached';
import { OperatorError } from '@/model/operator-error';

/** A picture in one format and width. */
interface PictureFile {
  /** Address on the site's own origin, named by content: `/media/3f9a0c12-480.avif`. */
  readonly src: string;
  readonly width: number;
}

/** A picture as pages use it. */
export interface Picture {
  /** Of the largest file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Narrow to wide; none of a logo. */
  readonly avif: readonly PictureFile[];
  readonly webp: readonly PictureFile[];
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How pages show a picture: `logo` at most 96 CSS pixels wide, `wide` across the page. */
export type PictureUse = 'logo' | 'wide';

/** Widths (pixels) of the files by use, up to the picture's own. */
const widths: Readonly<Record<PictureUse, readonly number[]>> = {
  logo: [96, 192],
  wide: [480, 960, 1600],
};

/** Part of every file name: increase it when the same picture would give different files. */
const recipe = '3';

/** Returns the name of a picture's files, a hash of its bytes and use. */
export const pictureName = (bytes: Uint8Array, use: PictureUse) =>
  createHash('sha256').update(`${recipe} ${use}`).update(bytes).digest('hex').slice(0, 16);

/** The key of a file of a picture (`3f9a0c12-480.avif`), or by the name of the picture of its list of files, written last. */
export const pictureKey = (name: string): CacheKey => ({ name: 'picture', code: '', input: name });

/** Reads a file of a picture that was made; undefined if there is none. */
export const readPictureFile = (name: string, cacheFolder?: string) =>
  readCached<Uint8Array>(pictureKey(name), cacheFolder);

/** Reads a file of a picture of the site that is built. Throws an `OperatorError` if something removed it from the cache since. */
export function readSitePicture(name: string): Uint8Array {
  const bytes = readPictureFile(name);
  if (bytes) return bytes;
  throw new OperatorError(
    `${name} was removed from the cache while the site was built.`,
    'Nothing was published. Try again.',
  );
}

/**
 * Returns the files of a picture of size `full` (upright). Logos are in WebP alone: AVIF would save 0.2 kB each, and every
 * browser that reads AVIF reads WebP.
 */
export function planPicture(name: string, full: Size, use: PictureUse): Picture {
  const made = [...new Set(widths[use].map((width) => Math.min(width, full.width)))];
  const filesAs = (format: 'avif' | 'webp') =>
    made.map((width) => ({ src: `/media/${name}-${width}.${format}`, width }));
  const width = made.at(-1) ?? full.width;
  const height = Math.round((full.height * width) / full.width);
  return { width, height, avif: use === 'logo' ? [] : filesAs('avif'), webp: filesAs('webp') };
}

/** Returns the file names of some pictures, each once. */
export function pictureFileNames(pictures: Readonly<Record<string, Picture>>): string[] {
  return [
    ...new Set(
      Object.values(pictures).flatMap(({ avif, webp }) =>
        [...avif, ...webp].map(({ src }) => src.slice('/media/'.length)),
      ),
    ),
  ];
}

/** Returns a picture that was made before, if all its files are whole. */
export function readPicture(name: string, cacheFolder: string | undefined): Picture | undefined {
  const picture = readCached<Picture>(pictureKey(name), cacheFolder);
  const isWhole =
    picture && pictureFileNames({ picture }).every((file) => readPictureFile(file, cacheFolder));
  return isWhole ? picture : undefined;
}
