/** Which files are made of a picture of the content, and what they are called. */
import { createHash } from 'node:crypto';

/** A picture in one format and width. */
export interface PictureFile {
  /** Address on our own origin, named by content: `/media/3f9a0c12-480.avif`. */
  readonly src: string;
  readonly width: number;
}

/** A picture as pages use it. */
export interface Picture {
  /** Of the largest one, in pixels. */
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

/** Widths (pixels) that are made of each picture, as far as it is that wide: a logo's two, a phone's two, a screen's. */
const widths = [96, 192, 480, 960, 1600];

/** Part of every cached name: raise it when a picture of the same bytes would become another one. */
const recipe = '2';

/** What a picture's files are called by: two pictures of the same bytes are one. */
export const pictureName = (bytes: Uint8Array) =>
  createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 16);

/** The file in the cache that says which others a picture has; it is written when they are there. */
export const recordName = (name: string) => `${name}.json`;

/** What will be made of a picture that is `full` in size when it stands upright. */
export function planPicture(name: string, full: Size): Picture {
  const made = [...new Set(widths.map((width) => Math.min(width, full.width)))];
  const filesAs = (format: 'avif' | 'webp') =>
    made.map((width) => ({ src: `/media/${name}-${width}.${format}`, width }));
  const width = made.at(-1) ?? full.width;
  const height = Math.round((full.height * width) / full.width);
  return { width, height, avif: filesAs('avif'), webp: filesAs('webp') };
}

/** The names of all files of some pictures, each once. */
export function pictureFileNames(pictures: Readonly<Record<string, Picture>>): string[] {
  return [
    ...new Set(
      Object.values(pictures).flatMap(({ avif, webp }) =>
        [...avif, ...webp].map(({ src }) => src.slice('/media/'.length)),
      ),
    ),
  ];
}
