/** Converts pictures, one after the other, while the build goes on: sharp works in threads of its own. */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { writeCached } from '@/cache/cached';
import { OperatorError } from '@/model/operator-error';
import {
  pictureKey,
  pictureName,
  planPicture,
  readPicture,
  type Picture,
  type PictureUse,
} from './picture-files';

/** A picture can't be shown: `message` is the decoder's reason. */
export class UnreadablePictureError extends OperatorError {
  override readonly name = 'UnreadablePictureError';
}

/** AVIF at effort 2 takes a sixth of the time of the default and is a tenth larger. */
const formats = {
  avif: (image: Sharp) => image.avif({ quality: 55, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 75, effort: 5 }),
};

/** Largest picture that is decoded, in pixels. */
const megapixelLimit = 100_000_000;

/** Largest height of both formats, in pixels. */
const highest = 16_383;

/** Bytes of pictures in the queue. Above this limit the next one has to wait. */
const waitingLimit = 64_000_000;

// Each picture is read once, so libvips' cache would only take memory. More threads need more memory and don't save
// time.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a picture, and returns it upright and without metadata (places, names), with the files that it will have.
 * Rejects with an `UnreadablePictureError`.
 */
export async function decodePicture(bytes: Uint8Array, use: PictureUse) {
  try {
    const upright = sharp(bytes, { limitInputPixels: megapixelLimit }).rotate();
    const { data, info } = await upright.toBuffer({ resolveWithObject: true });
    const picture = planPicture(pictureName(bytes, use), info, use);
    if (picture.height > highest)
      throw new Error(`it would be ${picture.height} pixels high, and ${highest} are possible`);
    return { data, picture };
  } catch (error) {
    const { message } = error as Error;
    throw new UnreadablePictureError(message.split('\n')[0] ?? '');
  }
}

/** Creates a queue of pictures. Their files are in the cache once `finish` has resolved. */
export function createPictureMaker(cacheFolder?: string) {
  let made: Promise<void> = Promise.resolve();
  /** By name, since entries may have the same picture. */
  const known = new Map<string, Promise<Picture>>();
  let waitingBytes = 0;
  let isStopped = false;

  async function writeFiles(name: string, picture: Picture, data: Uint8Array): Promise<void> {
    for (const format of ['avif', 'webp'] as const) {
      for (const { src, width } of picture[format]) {
        if (isStopped) return;
        const file = await formats[format](sharp(data).resize({ width })).toBuffer();
        writeCached(pictureKey(path.posix.basename(src)), file, cacheFolder);
      }
    }
    writeCached(pictureKey(name), picture, cacheFolder);
    waitingBytes -= data.byteLength;
  }

  async function openPicture(name: string, bytes: Uint8Array, use: PictureUse): Promise<Picture> {
    const { data, picture } = await decodePicture(bytes, use);
    waitingBytes += data.byteLength;
    made = made.then(() => writeFiles(name, picture, data));
    // `finish` reports the error. If the build has failed already, nothing calls it.
    made.catch(() => undefined);
    if (waitingBytes > waitingLimit) await made;
    return picture;
  }

  return {
    /**
     * Resolves as soon as the files of a picture are known; they are written later. Rejects with an
     * `UnreadablePictureError`, or with the errors of `finish`.
     */
    async picture(bytes: Uint8Array, use: PictureUse): Promise<Picture> {
      const name = pictureName(bytes, use);
      const cached = readPicture(name, cacheFolder);
      if (cached) return cached;
      const opened = known.get(name) ?? openPicture(name, bytes, use);
      known.set(name, opened);
      return opened;
    },
    /** Resolves when every file is written, or the present one once it was stopped. Rejects with the system's error. */
    finish: () => made,
    /** Leaves out what isn't written yet. An incomplete picture doesn't enter the cache. */
    stop: () => {
      isStopped = true;
    },
  };
}

export type PictureMaker = ReturnType<typeof createPictureMaker>;
