/**
 * The process that makes pictures: a decoder leaves holes in the memory of its process, and a picture that is made to
 * break it breaks no build. It gets pictures from its parent, says how large each is as soon as it has seen it, and
 * makes the files afterwards. It ends when nobody talks to it any more and everything is made.
 */
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { planPicture, recordName, type Size } from './files';
import type { MakerFailure, PictureAnswer, PictureRequest } from './messages';

/** AVIF at effort 2 takes a sixth of the time of the default and is a tenth larger. */
const formats = {
  avif: (image: Sharp) => image.avif({ quality: 55, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 75, effort: 5 }),
};

/** Pixels of a picture that is opened at all. */
const megapixelLimit = 100_000_000;

/** Neither format can be higher, in pixels. */
const highest = 16_383;

/** Pictures (bytes, as uploaded) that may wait for their files; whoever sends more waits for its answer. */
const waitingLimit = 64_000_000;

// Each picture is read once: libvips’ cache of operations would only hold memory. More threads take more, and no less time.
sharp.cache(false);
sharp.concurrency(1);

const cacheDir = process.argv[2] ?? '';
const waiting: (PictureRequest & { size: Size })[] = [];
let waitingBytes = 0;
const whenRoom = new Set<() => void>();
let isStopped = false;

/** Resolves when the parent has been told; at once where there is none any more. */
const say = (message: PictureAnswer | MakerFailure) =>
  new Promise<void>((resolve) => {
    if (process.connected) process.send?.(message, () => resolve());
    else resolve();
  });

/** Turns the picture as its camera says, and drops everything else that the camera said (places, names). */
const upright = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: megapixelLimit }).rotate().toBuffer({ resolveWithObject: true });

/** Writes a file so that nobody ever reads half of it. */
async function writeWhole(name: string, data: Uint8Array | string): Promise<void> {
  const file = path.join(cacheDir, name);
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, data);
  await rename(partial, file);
}

async function inspect({ name, bytes }: PictureRequest): Promise<void> {
  let size: Size;
  try {
    const { info } = await upright(bytes);
    size = { width: info.width, height: info.height };
    const { height } = planPicture(name, size);
    if (height > highest) throw new Error(`it would be ${height} pixels high, and ${highest} are possible`);
  } catch (error) {
    await say({ name, fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) });
    return;
  }
  waiting.push({ name, bytes, size });
  waitingBytes += bytes.byteLength;
  void work();
  while (waitingBytes > waitingLimit) await new Promise<void>((resolve) => whenRoom.add(resolve));
  await say({ name, size });
}

async function make({ name, bytes, size }: (typeof waiting)[number]): Promise<void> {
  const { data } = await upright(bytes);
  const plan = planPicture(name, size);
  for (const format of ['avif', 'webp'] as const) {
    for (const { src, width } of plan[format]) {
      if (isStopped) return;
      const made = await formats[format](sharp(data).resize({ width })).toBuffer();
      await writeWhole(path.posix.basename(src), made);
    }
  }
  await writeWhole(recordName(name), JSON.stringify(plan));
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

/** Not before: what is being made at this moment is finished, and nothing else is begun. */
let nobodyAsks = false;
function endWhenDone(): void {
  if ((nobodyAsks || isStopped) && !isWorking && process.connected) process.disconnect();
}

process.on('message', (message: PictureRequest | 'no more') => {
  if (message !== 'no more') return void inspect(message);
  nobodyAsks = true;
  endWhenDone();
});
// The build has ended, perhaps because it was killed.
process.on('disconnect', () => {
  isStopped = true;
});
