/** Restricts the editor to entries and pictures in the content folder. No other file can be named. */
import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { entryId } from '@/model/fields/fields';
import type { ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { StorageRefusal } from './storage-refusal';

/** A file in the content folder. */
export interface ContentFile {
  /** The path in messages: `content/stories/x.yml`. */
  readonly name: string;
  /** The absolute path. */
  readonly file: string;
}

export interface EntryFile extends ContentFile {
  readonly type: ContentTypeName;
  readonly id: string;
}

/** Names a place below the content folder. */
export const placeIn = (root: string, below: string): ContentFile => ({
  name: `${path.basename(root)}/${below}`,
  file: path.join(root, below),
});

/** Resolves the file of an entry. Throws a `StorageRefusal`. */
export function entryFile(root: string, type: ContentTypeName, id: string): EntryFile {
  if (!entryId.safeParse(id).success || id.startsWith('.'))
    throw new StorageRefusal(
      `“${id}” can’t be an entry’s id: it has 1 to 64 letters, digits, dots, hyphens or underscores. Rename its file.`,
    );
  return { ...placeIn(root, `${contentTypes[type].folder}/${id}.yml`), type, id };
}

/** The picture formats that a build accepts. */
const pictureExtensions = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);

/** A part of a path without separators, control characters, drives or streams, or a dot at either end. */
const plainSegment = /^(?![. ])[^\\/:*?"<>|\p{Cc}]{1,200}(?<![. ])$/u;

/** True for the address of a picture in the fields of entries: `/media/orgs/x.png`. */
export function isPictureAddress(address: string): boolean {
  const [start, media, ...parts] = address.split('/');
  return (
    start === '' &&
    media === 'media' &&
    parts.every((part) => plainSegment.test(part)) &&
    pictureExtensions.has(path.extname(address).toLowerCase())
  );
}

/** Resolves the file of a picture by its address. Throws a `StorageRefusal`. */
export function pictureFile(root: string, address: string): ContentFile {
  if (isPictureAddress(address)) return placeIn(root, address.slice(1));
  throw new StorageRefusal(
    `“${address}” is not a picture. The site accepts PNG, JPEG, WebP, AVIF, GIF and SVG, in the folder media.`,
  );
}

/** For a file that may be missing: `readFile(file).catch(ignoreMissing)` resolves to undefined then. */
export const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
};

/** Finds the nearest part of a path that exists, if only as a link. */
async function findExisting(place: string): Promise<string> {
  const stats = await lstat(place).catch(ignoreMissing);
  return stats ? place : findExisting(path.dirname(place));
}

/** Rejects with a `StorageRefusal` if a file or folder, or one around it, is a symbolic link. */
export async function refuseLink(root: string, { name, file }: ContentFile): Promise<void> {
  const existing = await findExisting(file);
  const expected = path.join(await realpath(root), path.relative(root, existing));
  // A link that leads nowhere has no real path.
  if ((await realpath(existing).catch(() => undefined)) !== expected)
    throw new StorageRefusal(
      `“${name}” is a link, or in a folder that is one. The editor opens files of the content folder only.`,
    );
}

/** Reads a file; undefined if it is missing. Rejects with a `StorageRefusal` where that follows a link. */
export async function readContentFile(root: string, target: ContentFile): Promise<Buffer | undefined> {
  await refuseLink(root, target);
  return readFile(target.file).catch(ignoreMissing);
}
