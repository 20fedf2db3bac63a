/** The files of a picture, and their names. */
import { createHash } from 'node:crypto';

/** A picture in one format and width. */
export interface PictureFile {
  /** Address on the site's own origin, named by content: `/media/3f9a0c12-480.avif`. */
  readonly src: string;
  readonly width: number;
}

/** A picture as pages use it. */
export interface Picture {
  /** Of the largest file, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Narrow to wide. */
  readonly avif: readonly PictureFile[];
  readonly webp: readonly PictureFile[];
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Widths (pixels) of the files, up to the picture's own: two for a logo, two for a phone, one for a larger screen. */
const widths = [96, 192, 480, 960, 1600];

/** Part of every file name: increase it when the same picture would give different files. */
const recipe = '2';

/** Returns the name of a picture's files, a hash of its bytes. */
export const pictureName = (bytes: Uint8Array) =>
  createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 16);

/** The cache file that lists a picture's other files. It is written last. */
export const recordName = (name: string) => `${name}.json`;

/** Returns the files of a picture of size `full` (upright). */
export function planPicture(name: string, full: Size): Picture {
  const made = [...new Set(widths.map((width) => Math.min(width, full.width)))];
  const filesAs = (format: 'avif' | 'webp') =>
    made.map((width) => ({ src: `/media/${name}-${width}.${format}`, width }));
  const width = made.at(-1) ?? full.width;
  const height = Math.round((full.height * width) / full.width);
  return { width, height, avif: filesAs('avif'), webp: filesAs('webp') };
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
