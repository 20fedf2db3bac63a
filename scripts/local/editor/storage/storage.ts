/** Reads and writes entries and pictures in the content folder for the editor. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '@/model/problems';
import { decodePicture, UnreadablePictureError } from '@/pipeline/pictures/picture-maker';
import {
  ignoreMissing,
  assertNoLink,
  resolveEntryFile,
  resolveEntryFolder,
  isFolderName,
  isPicture,
  resolvePictureFile,
  resolvePictureFolder,
  type ContentFile,
  type EntryFile,
} from './content-path';
import { checkDeletion, checkOverwrite } from './guards';
import { ConflictError, StorageRefusal } from './storage-errors';

/** The text that is written for an entry. */
export interface CompletedEntry {
  readonly text: string;
  /** The model's findings in an entry that can be saved. */
  readonly remarks: readonly Problem[];
}

/**
 * Completes the text of an entry; `current` is that of its file. May reject with an `EntryRefusal`, or with a
 * `LeavingRefusal` unless the editor has confirmed the save.
 */
export type EntryCompletion = (
  target: EntryFile,
  current: string | null,
  text: string,
  isConfirmed?: boolean,
) => Promise<CompletedEntry>;

/** An entry's file. */
export interface EditorEntry {
  readonly path: string;
  readonly text: string;
}

export interface EditorPicture {
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly id: string;
  /** Base64. */
  readonly content: string;
}

interface NewPicture {
  readonly path: string;
  /** Base64. */
  readonly content: string;
}

interface EntrySave {
  readonly path: string;
  readonly text: string;
  /** The file's text from which the form was filled; null for a new entry, whose file must not exist. */
  readonly base: string | null;
  /** True if the editor agrees that other entries go off the site with this one. */
  readonly isConfirmed?: boolean | undefined;
}

/** All paths are those in the editor: `content/stories/x.yml`. All methods may also reject with a `ContentPathError`. */
export interface EditorStorage {
  /** Reads the entries of a folder, sorted by name. */
  readonly entries: (folder: string) => Promise<EditorEntry[]>;
  /** Reads an entry; undefined if there is no such file. */
  readonly entry: (path: string) => Promise<EditorEntry | undefined>;
  /** Rejects with a `ConflictError` or a `StorageRefusal`. */
  readonly saveEntry: (save: EntrySave) => Promise<CompletedEntry>;
  /** Rejects with a `ConflictError` or a `StorageRefusal`. */
  readonly deleteEntry: (path: string, base: string) => Promise<void>;
  /** Lists the pictures in a folder and in its subfolders by their paths. */
  readonly pictures: (folder: string) => Promise<string[]>;
  readonly picture: (path: string) => Promise<EditorPicture | undefined>;
  /** Rejects with a `StorageRefusal` if it can't be decoded, or there is another picture with that name. */
  readonly savePicture: (picture: NewPicture) => Promise<EditorPicture>;
  /** Rejects with a `StorageRefusal` if the picture is in use, or was replaced by another one. */
  readonly deletePicture: (path: string, id: string) => Promise<void>;
}

const hashBytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Writes a file under a temporary name first, so that no reader sees half of it. */
async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  // Sources ignore names that begin with a dot.
  const partial = path.join(folder, `.${randomUUID()}.partial`);
  try {
    await writeFile(partial, content, { flag: 'wx' });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Decodes a picture as a build does. Rejects with a `StorageRefusal` if that can't be done. */
async function assertPicture(name: string, bytes: Uint8Array): Promise<void> {
  try {
    await decodePicture(bytes, 'wide');
  } catch (error) {
    if (!(error instanceof UnreadablePictureError)) throw error;
    throw new StorageRefusal(
      `${name} is not a picture that can be read. Nothing was saved. Export it as PNG, JPEG, WebP, AVIF or SVG, with at most 100 million pixels.`,
    );
  }
}

/** Creates a queue that runs tasks one after the other, so that nothing changes between a check and a write. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Opens the storage of a content folder. */
export function openStorage(contentFolder: string, complete: EntryCompletion): EditorStorage {
  const root = path.resolve(contentFolder);
  const runQueued = createQueue();

  const readBytes = async (target: ContentFile) => {
    await assertNoLink(root, target);
    return readFile(target.file).catch(ignoreMissing);
  };
  const readText = async (target: ContentFile) => (await readBytes(target))?.toString('utf8') ?? null;

  const listNames = async (folder: ContentFile, isWanted: (name: string) => boolean) => {
    await assertNoLink(root, folder);
    const found = (await readdir(folder.file, { withFileTypes: true }).catch(ignoreMissing)) ?? [];
    return found
      .filter((item) => item.isFile() && !item.name.startsWith('.') && isWanted(item.name))
      .map((item) => `${folder.name}/${item.name}`)
      .toSorted();
  };

  /** Lists the pictures of a folder and of those below it; not of links. */
  const listPictures = async (folder: ContentFile): Promise<string[]> => {
    const own = await listNames(folder, isPicture);
    const found = (await readdir(folder.file, { withFileTypes: true }).catch(ignoreMissing)) ?? [];
    const below = found
      .filter((item) => item.isDirectory() && isFolderName(item.name))
      .map((item) => ({ name: `${folder.name}/${item.name}`, file: path.join(folder.file, item.name) }));
    return [...own, ...(await Promise.all(below.map(listPictures))).flat()];
  };

  const picture = async (name: string): Promise<EditorPicture | undefined> => {
    const bytes = await readBytes(resolvePictureFile(root, name));
    return bytes && { path: name, id: hashBytes(bytes), content: bytes.toString('base64') };
  };

  /** Returns the bytes of a picture to write; undefined if the file has them already. */
  const preparePicture = async ({ path: name, content }: NewPicture) => {
    const target = resolvePictureFile(root, name);
    const bytes = Buffer.from(content, 'base64');
    const current = await readBytes(target);
    if (current?.equals(bytes)) return undefined;
    if (current) {
      throw new StorageRefusal(
        `${name} is there already and is another picture. Nothing was saved. Give your picture another name.`,
      );
    }
    await assertPicture(name, bytes);
    return { target, bytes };
  };

  return {
    entries: async (folder) => {
      const names = await listNames(resolveEntryFolder(root, folder), (name) => name.endsWith('.yml'));
      return Promise.all(
        names.map(async (name) => ({
          path: name,
          text: await readFile(path.join(path.dirname(root), name), 'utf8'),
        })),
      );
    },
    entry: async (name) => {
      const text = await readText(resolveEntryFile(root, name));
      return text === null ? undefined : { path: name, text };
    },
    saveEntry: ({ path: name, text, base, isConfirmed }) =>
      runQueued(async () => {
        const target = resolveEntryFile(root, name);
        const current = await readBytes(target);
        const currentText = current?.toString('utf8') ?? null;
        const refusal = current && checkOverwrite(name, current);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        if (currentText !== base && currentText !== text) {
          throw new ConflictError(
            `${name} changed after it was opened here. Nothing was saved.`,
            currentText,
          );
        }
        const completed = await complete(target, currentText, text, isConfirmed);
        if (currentText !== completed.text) await writeAtomically(target.file, completed.text);
        return completed;
      }),
    deleteEntry: (name, base) =>
      runQueued(async () => {
        const target = resolveEntryFile(root, name);
        const current = await readText(target);
        if (current === null) return;
        if (current !== base) {
          throw new ConflictError(`${name} changed after it was opened here. Nothing was deleted.`, current);
        }
        const refusal = await checkDeletion(root, target);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        await rm(target.file);
      }),
    pictures: (folder) => listPictures(resolvePictureFolder(root, folder)),
    picture,
    savePicture: (added) =>
      runQueued(async () => {
        const one = await preparePicture(added);
        if (one) await writeAtomically(one.target.file, one.bytes);
        return { ...added, id: hashBytes(Buffer.from(added.content, 'base64')) };
      }),
    deletePicture: (name, id) =>
      runQueued(async () => {
        const target = resolvePictureFile(root, name);
        const current = await readBytes(target);
        if (!current) return;
        if (hashBytes(current) !== id) {
          throw new StorageRefusal(
            `${name} was replaced by another picture after it was loaded here. Nothing was deleted. Reload the page to see it.`,
          );
        }
        const refusal = await checkDeletion(root, target);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        await rm(target.file);
      }),
  };
}
