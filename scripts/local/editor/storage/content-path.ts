/** Restricts the editor to entries and pictures in the content folder. No other file can be named. */
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import { OperatorError } from '@/model/operator-error';
import { contentTypes } from '@/model/types/types';

/** The picture formats that a build accepts. */
const pictureExtensions = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);

/** A path that the editor may not use. The message is for the editor. */
export class ContentPathError extends OperatorError {
  override readonly name = 'ContentPathError';
}

/** A file in the content folder. */
export interface ContentFile {
  /** The path in the editor: `content/stories/x.yml`. */
  readonly name: string;
  /** The absolute path. */
  readonly file: string;
}

export interface EntryFile extends ContentFile {
  readonly type: ContentTypeName;
  readonly id: string;
}

const typeOfFolder = new Map<string, ContentTypeName>(
  contentTypeNames.map((type) => [contentTypes[type].folder, type]),
);

/** A part of a path without separators, control characters, drives or streams, or a dot at either end. */
const plainSegment = /^(?![. ])[^\\/:*?"<>|\p{Cc}]{1,200}(?<![. ])$/u;

/** Splits a path below the content folder. Throws a `ContentPathError`. */
function splitPath(contentFolder: string, name: string): string[] {
  const [base, ...parts] = name.split('/');
  if (base !== path.basename(contentFolder) || !parts.every((part) => plainSegment.test(part))) {
    throw new ContentPathError(`The editor has no file “${name}”: it opens entries and pictures only.`);
  }
  return parts;
}

/** Resolves the folder of a type's entries: `('/srv/content', 'content/stories')`. Throws a `ContentPathError`. */
export function resolveEntryFolder(contentFolder: string, name: string): ContentFile {
  const [folder = '', ...more] = splitPath(contentFolder, name);
  if (!typeOfFolder.has(folder) || more.length > 0) {
    throw new ContentPathError(`“${name}” is not a folder of entries.`);
  }
  return { name, file: path.join(contentFolder, folder) };
}

/** Resolves an entry's file: `('/srv/content', 'content/stories/x.yml')`. Throws a `ContentPathError`. */
export function resolveEntryFile(contentFolder: string, name: string): EntryFile {
  const [folder = '', fileName = '', ...more] = splitPath(contentFolder, name);
  const type = typeOfFolder.get(folder);
  if (type === undefined || more.length > 0 || !fileName.endsWith('.yml')) {
    throw new ContentPathError(`“${name}” is not the file of an entry.`);
  }
  const id = fileName.slice(0, -'.yml'.length);
  if (!entryId.safeParse(id).success) {
    throw new ContentPathError(
      `“${id}” can’t be an entry’s id: it has 1 to 64 letters, digits, dots, hyphens or underscores. Give a title in English, or a shorter one.`,
    );
  }
  return { name, file: path.join(contentFolder, folder, fileName), type, id };
}

/** Resolves the folder of pictures, or one below it. Throws a `ContentPathError`. */
export function resolvePictureFolder(contentFolder: string, name: string): ContentFile {
  const parts = splitPath(contentFolder, name);
  if (parts[0] !== 'media') throw new ContentPathError(`“${name}” is not a folder of pictures.`);
  return { name, file: path.join(contentFolder, ...parts) };
}

/** Resolves a picture's file: `('/srv/content', 'content/media/orgs/x.png')`. Throws a `ContentPathError`. */
export function resolvePictureFile(contentFolder: string, name: string): ContentFile {
  const parts = splitPath(contentFolder, name);
  const fileName = parts.at(-1) ?? '';
  if (parts[0] !== 'media' || parts.length < 2 || !isPicture(fileName)) {
    throw new ContentPathError(
      `“${name}” is not a picture. The site accepts PNG, JPEG, WebP, AVIF, GIF and SVG, in the folder media.`,
    );
  }
  return { name, file: path.join(contentFolder, ...parts) };
}

/** True if a file's name is that of a picture. */
export const isPicture = (fileName: string) =>
  plainSegment.test(fileName) && pictureExtensions.has(path.extname(fileName).toLowerCase());

/** True for the name of a folder that the editor may open. */
export const isFolderName = (name: string) => plainSegment.test(name);

/** For a file that may be missing: `readFile(file).catch(ignoreMissing)` resolves to undefined then. */
export const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
};

/** Finds the nearest existing folder of a path. */
async function findExistingFolder(folder: string): Promise<string> {
  const stats = await lstat(folder).catch(ignoreMissing);
  return stats ? folder : findExistingFolder(path.dirname(folder));
}

/**
 * Rejects with a `ContentPathError` if the file or one of its folders is a symbolic link to another place.
 */
export async function assertNoLink(contentFolder: string, { name, file }: ContentFile): Promise<void> {
  const error = new ContentPathError(
    `“${name}” is a link, or in a folder that is one. The editor opens files of the content folder only.`,
  );
  const stats = await lstat(file).catch(ignoreMissing);
  if (stats?.isSymbolicLink()) throw error;
  const folder = await findExistingFolder(path.dirname(file));
  const expected = path.join(await realpath(contentFolder), path.relative(contentFolder, folder));
  if ((await realpath(folder)) !== expected) throw error;
}
