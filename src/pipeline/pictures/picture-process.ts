/**
 * The process that converts pictures. It is separate because a decoder fragments memory, and so that a malicious
 * picture can't break the build. It receives pictures from its parent, answers with the size of each at once, and
 * writes the files afterwards. It ends when the parent sends no more and all files are written.
 */
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { writeCached } from '@/cache/cached';
import { pictureKey, planPicture, type Size } from './picture-files';
import type { MakerFailure, PictureAnswer, PictureRequest } from './picture-messages';

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
const waiting: (PictureRequest & { size: Size })[] = [];
let waitingBytes = 0;
const whenRoom = new Set<() => void>();
let isStopped = false;

/** Sends a message to the parent. Resolves when it is sent, or at once if the parent is gone. */
const say = (message: PictureAnswer | MakerFailure) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send?.(message, () => resolve());
    else resolve();
  });

/** Rotates a picture upright by its metadata, and removes all metadata (places, names). */
const upright = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: megapixelLimit }).rotate().toBuffer({ resolveWithObject: true });

async function inspect({ name, use, bytes }: PictureRequest): Promise<void> {
  let size: Size;
  try {
    const { info } = await upright(bytes);
    size = { width: info.width, height: info.height };
    const { height } = planPicture(name, size, use);
    if (height > highest) throw new Error(`it would be ${height} pixels high, and ${highest} are possible`);
  } catch (error) {
    await say({ name, fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) });
    return;
  }
  waiting.push({ name, use, bytes, size });
  waitingBytes += bytes.byteLength;
  void work();
  while (waitingBytes > waitingLimit) await new Promise<void>((resolve) => whenRoom.add(resolve));
  await say({ name, size });
}

async function make({ name, use, bytes, size }: (typeof waiting)[number]): Promise<void> {
  const { data } = await upright(bytes);
  const plan = planPicture(name, size, use);
  for (const format of ['avif', 'webp'] as const) {
    for (const { src, width } of plan[format]) {
      if (isStopped) return;
      const made = await formats[format](sharp(data).resize({ width })).toBuffer();
      writeCached(pictureKey(path.posix.basename(src)), made, cacheFolder);
    }
  }
  writeCached(pictureKey(name), plan, cacheFolder);
}

let isWorking = false;
async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    for (let next = waiting[0]; next && !isStopped; next = waiting[0]) {
      await make(next);
      waiting.shift();
      waitingBytes -= next.bytes.byteLength;
      for (const goOn of whenRoom) goOn();
      whenRoom.clear();
    }
  } catch (error) {
    isStopped = true;
    const failed = error instanceof Error ? error : new Error(String(error));
    const code = 'code' in failed && typeof failed.code === 'string' ? failed.code : undefined;
    await say({ failure: { message: failed.message, code } });
    process.exitCode = 1;
  }
  isWorking = false;
  endWhenDone();
}

/** The files of the current picture are completed; no other is started. */
let nobodyAsks = false;
function endWhenDone(): void {
  if ((nobodyAsks || isStopped) && !isWorking && process.connected) process.disconnect();
}

process.on('message', (message: PictureRequest | 'no more') => {
  if (message !== 'no more') return void inspect(message);
  nobodyAsks = true;
  endWhenDone();
});
// The build has ended, or was killed.
process.on('disconnect', () => {
  isStopped = true;
});
