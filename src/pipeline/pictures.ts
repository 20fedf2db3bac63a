/** Pictures of the content: optimised in the build and served from our own origin, never hot-linked. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '@/model/problems';
import { mapShared, picturesOf } from '@/model/walk';
import type { Asset } from '@/sources/source';
import sharp, { type Sharp } from 'sharp';
import type { Problem } from '@/model/problems';
import { problemsOf, type AnyEntry } from './validate';

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

/** Widths (pixels) that are made of each picture, as far as it is that wide: a logo's two, a phone's two, a screen's. */
const widths = [96, 192, 480, 960, 1600];

/** Part of every cached name: raise it when the settings below change. */
const recipe = '2';

/** AVIF at effort 2 takes a sixth of the time of the default and is a tenth larger. */
const formats = {
  avif: (image: Sharp) => image.avif({ quality: 55, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 75, effort: 5 }),
};

const megapixelLimit = 100_000_000;

// Each picture is read once: libvips’ cache of operations would only hold memory. More threads take more, and no less time.
sharp.cache(false);
sharp.concurrency(1);

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Writes a file so that nobody ever reads half of it. */
async function writeWhole(file: string, data: Uint8Array | string): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, data);
  await rename(partial, file);
}

/** Makes a picture's files in `cacheDir`, or finds them there. Rejects for bytes that are no picture. */
async function optimize(bytes: Uint8Array, cacheDir: string): Promise<Picture> {
  const name = createHash('sha256').update(recipe).update(bytes).digest('hex').slice(0, 16);
  const record = path.join(cacheDir, `${name}.json`);
  if (await exists(record)) return JSON.parse(await readFile(record, 'utf8')) as Picture;

  // Turns the picture as its camera says, and drops everything else that the camera said (places, names).
  const upright = await sharp(bytes, { limitInputPixels: megapixelLimit })
    .rotate()
    .toBuffer({ resolveWithObject: true });
  const full = { width: upright.info.width, height: upright.info.height };
  const made = [...new Set(widths.map((width) => Math.min(width, full.width)))];
  const files = { avif: [] as PictureFile[], webp: [] as PictureFile[] };
  for (const width of made) {
    for (const format of ['avif', 'webp'] as const) {
      const resized = sharp(upright.data).resize({ width });
      const fileName = `${name}-${width}.${format}`;
      await writeWhole(path.join(cacheDir, fileName), await formats[format](resized).toBuffer());
      files[format].push({ src: `/media/${fileName}`, width });
    }
  }
  const width = made.at(-1) ?? full.width;
  const picture = { width, height: Math.round((full.height * width) / full.width), ...files };
  await writeWhole(record, JSON.stringify(picture));
  return picture;
}

/** What became of the pictures. */
export interface Illustrated {
  /** The entries, without the pictures that could not be had. */
  readonly entries: readonly AnyEntry[];
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly problems: readonly Problem[];
  /** How many pictures the entries use, and how many of them could not be had. */
  readonly wanted: number;
  readonly missing: number;
}

/**
 * Fetches and optimises every picture that an entry uses. A picture that is missing or is no picture is left out
 * with a warning; one that can't be fetched or written stops the build, since it is there and would be lost.
 * Rejects with a `SourceError`, or with what the system says.
 */
export async function illustrate(
  entries: readonly AnyEntry[],
  assets: ReadonlyMap<string, Asset>,
  cacheDir: string,
): Promise<Illustrated> {
  await mkdir(cacheDir, { recursive: true });
  const pictures: Record<string, Picture> = {};
  const failures = new Map<string, Pick<Finding, 'message' | 'hint'>>();
  const wanted = [...new Set(entries.flatMap(picturesOf))].toSorted();
  for (const id of wanted) {
    const asset = assets.get(id);
    if (!asset) {
      failures.set(id, {
        message: `is the picture “${id}”, which doesn’t exist`,
        hint: 'Upload it, or choose another.',
      });
      continue;
    }
    const bytes = await asset.read();
    try {
      pictures[id] = await optimize(bytes, cacheDir);
    } catch (error) {
      // The system refused to write: the picture is fine, and the site would be without it.
      if (error instanceof Error && 'errno' in error) throw error;
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      failures.set(id, {
        message: `is ${asset.where}, which is not a picture that can be read (${reason})`,
        hint: 'Upload it again as PNG, JPEG, WebP, AVIF or SVG.',
      });
    }
  }
  const counts = { wanted: wanted.length, missing: failures.size };
  if (failures.size === 0) return { entries, pictures, problems: [], ...counts };
  const problems: Problem[] = [];
  const kept = entries.map((entry) => {
    const findings: Finding[] = [];
    const shared = mapShared(entry.type, entry.shared, (meta, value, field) => {
      const failure = meta.widget === 'media' && typeof value === 'string' ? failures.get(value) : undefined;
      if (!failure) return value;
      findings.push({ code: 'picture-missing', severity: 'warns', field, ...failure });
      return undefined;
    });
    problems.push(...problemsOf(entry, findings));
    return findings.length === 0 ? entry : ({ ...entry, shared } as unknown as AnyEntry);
  });
  return { entries: kept, pictures, problems, ...counts };
}

/** The names below `cacheDir` of every file that the pictures need. */
export function pictureFileNames(pictures: Readonly<Record<string, Picture>>): string[] {
  const files = Object.values(pictures).flatMap(({ avif, webp }) => [...avif, ...webp]);
  return [...new Set(files.map(({ src }) => path.posix.basename(src)))].toSorted();
}
