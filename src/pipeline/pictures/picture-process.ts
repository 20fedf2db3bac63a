/**
 * The process that converts pictures. It is separate because a decoder fragments memory, and so that a malicious
 * picture can't break the build. It receives pictures from its parent, answers with the size of each at once, and
 * writes the files afterwards. It ends when the parent sends no more and all files are written.
 */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { writeCached } from '@/cache/cached';
import { pictureKey, planPicture, type PictureUse, type Size } from './picture-files';

/** To the picture process. */
interface PictureRequest {
  readonly name: string;
  readonly use: PictureUse;
  /** The picture as it was uploaded. */
  readonly bytes: Uint8Array;
}

export type PictureAnswer =
  /** The picture has been decoded; its files are written later. */
  | { readonly name: string; readonly size: Size }
  /** The picture can't be read or shown: the decoder's reason. */
  | { readonly name: string; readonly fault: string }
  /** The system refuses. The process then ends. */
  | { readonly failure: { readonly message: string; readonly code: string | undefined } };

/** AVIF at effort 2 takes a sixth of the time of the default and is a tenth larger. */
const formats = {
  avif: (image: Sharp) => image.avif({ quality: 55, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 75, effort: 5 }),
};

/** Largest picture that is decoded, in pixels. */
const megapixelLimit = 100_000_000;

/** Largest height of both formats, in pixels. */
const highest = 16_383;

/** Bytes of uploaded pictures in the queue. Above this limit the answer is delayed, so the parent waits. */
const waitingLimit = 64_000_000;

// Each picture is read once, so libvips' cache would only take memory. More threads need more memory and don't save
// time.
sharp.cache(false);
sharp.concurrency(1);

/** That of builds by default. */
const [, , cacheFolder] = process.argv;

/** Sends a message to the parent. Resolves when it is sent, or at once if the parent is gone. */
const say = (message: PictureAnswer) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send?.(message, () => resolve());
    else resolve();
  });

/** Rotates a picture upright by its metadata, and removes all metadata (places, names). */
const upright = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: megapixelLimit }).rotate().toBuffer({ resolveWithObject: true });

async function readSize({ name, use, bytes }: PictureRequest): Promise<Size> {
  const { info } = await upright(bytes);
  const size = { width: info.width, height: info.height };
  const { height } = planPicture(name, size, use);
  if (height > highest) throw new Error(`it would be ${height} pixels high, and ${highest} are possible`);
  return size;
}

/** Writes the files of a picture, unless the build has ended or was killed. */
async function make({ name, use, bytes }: PictureRequest, size: Size): Promise<void> {
  if (!process.connected) return;
  const { data } = await upright(bytes);
  const plan = planPicture(name, size, use);
  for (const format of ['avif', 'webp'] as const) {
    for (const { src, width } of plan[format]) {
      const made = await formats[format](sharp(data).resize({ width })).toBuffer();
      if (!process.connected) return;
      writeCached(pictureKey(path.posix.basename(src)), made, cacheFolder);
    }
  }
  writeCached(pictureKey(name), plan, cacheFolder);
}

async function fail(error: unknown): Promise<void> {
  const { message, code } = error as NodeJS.ErrnoException;
  process.exitCode = 1;
  await say({ failure: { message, code } });
  if (process.connected) process.disconnect();
}

/** Ends when all pictures so far are made: one after the other. */
let making: Promise<void> = Promise.resolve();
let waitingBytes = 0;

async function take(request: PictureRequest): Promise<void> {
  const { name, bytes } = request;
  const size = await readSize(request).catch(({ message }: Error) => message.split('\n')[0] ?? '');
  if (typeof size === 'string') return say({ name, fault: size });
  waitingBytes += bytes.byteLength;
  making = making
    .then(() => make(request, size))
    .catch(fail)
    .then(() => {
      waitingBytes -= bytes.byteLength;
    });
  if (waitingBytes > waitingLimit) await making;
  return say({ name, size });
}

process.on('message', (message: PictureRequest | 'no more') => {
  if (message !== 'no more') return void take(message);
  void making.then(() => process.connected && process.disconnect());
});
