/** Which files of the content folder the editor may reach: entries, and pictures. Everything else has no path here. */
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import { OperatorError } from '@/model/operator-error';
import { contentTypes } from '@/model/types/types';

/** The picture formats that a build accepts. */
const pictureExtensions = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);

/** A path that the editor may not reach. The message is for the person at the editor. */
export class ContentPathError extends OperatorError {
  override readonly name = 'ContentPathError';
}

/** A file in the content folder. */
export interface ContentFile {
  /** As the editor names it: `content/stories/x.yml`. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
}

export interface EntryFile extends ContentFile {
  readonly type: ContentTypeName;
  readonly id: string;
}

const typeOfFolder = new Map<string, ContentTypeName>(
  contentTypeNames.map((type) => [contentTypes[type].folder, type]),
);

/** No separators, no control characters, no drives or streams, and no dot at either end. */
const plainSegment = /^(?![. ])[^\\/:*?"<>|\p{Cc}]{1,200}(?<![. ])$/u;

/** The parts of a path below the content folder. Throws a `ContentPathError`. */
function partsOf(contentFolder: string, name: string): string[] {
  const [base, ...parts] = name.split('/');
  if (base !== path.basename(contentFolder) || !parts.every((part) => plainSegment.test(part))) {
    throw new ContentPathError(`The editor has no file “${name}”: it opens entries and pictures only.`);
  }
  return parts;
}

/** The folder of a type's entries: `('/srv/content', 'content/stories')`. Throws a `ContentPathError`. */
export function entryFolder(contentFolder: string, name: string): ContentFile {
  const [folder = '', ...more] = partsOf(contentFolder, name);
  if (!typeOfFolder.has(folder) || more.length > 0) {
    throw new ContentPathError(`“${name}” is not a folder of entries.`);
  }
  return { name, file: path.join(contentFolder, folder) };
}

/** An entry's file: `('/srv/content', 'content/stories/x.yml')`. Throws a `ContentPathError`. */
export function entryFile(contentFolder: string, name: string): EntryFile {
  const [folder = '', fileName = '', ...more] = partsOf(contentFolder, name);
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

/** The folder of pictures, or one below it. Throws a `ContentPathError`. */
export function pictureFolder(contentFolder: string, name: string): ContentFile {
  const parts = partsOf(contentFolder, name);
  if (parts[0] !== 'media') throw new ContentPathError(`“${name}” is not a folder of pictures.`);
  return { name, file: path.join(contentFolder, ...parts) };
}

/** A picture's file: `('/srv/content', 'content/media/orgs/x.png')`. Throws a `ContentPathError`. */
export function pictureFile(contentFolder: string, name: string): ContentFile {
  const parts = partsOf(contentFolder, name);
  const fileName = parts.at(-1) ?? '';
  if (parts[0] !== 'media' || parts.length < 2 || !isPicture(fileName)) {
    throw new ContentPathError(
      `“${name}” is not a picture. The site accepts PNG, JPEG, WebP, AVIF, GIF and SVG, in the folder media.`,
    );
  }
  return { name, file: path.join(contentFolder, ...parts) };
}

/** Whether a file's name is that of a picture. */
export const isPicture = (fileName: string) =>
  plainSegment.test(fileName) && pictureExtensions.has(path.extname(fileName).toLowerCase());

/** For a file that may be missing: `readFile(file).catch(absent)` is undefined where it is. */
export const absent = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
};

/** The nearest folder of a path that exists. */
async function existingFolder(folder: string): Promise<string> {
  const stats = await lstat(folder).catch(absent);
  return stats ? folder : existingFolder(path.dirname(folder));
}

/**
 * Rejects with a `ContentPathError` where a symbolic link leads from the path to somewhere else: the file itself, or
 * one of its folders.
 */
export async function assertNoLink(contentFolder: string, { name, file }: ContentFile): Promise<void> {
  const error = new ContentPathError(
    `“${name}” is a link, or in a folder that is one. The editor opens files of the content folder only.`,
  );
  const stats = await lstat(file).catch(absent);
  if (stats?.isSymbolicLink()) throw error;
  const folder = await existingFolder(path.dirname(file));
  const expected = path.join(await realpath(contentFolder), path.relative(contentFolder, folder));
  if ((await realpath(folder)) !== expected) throw error;
}
