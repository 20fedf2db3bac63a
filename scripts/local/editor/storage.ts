/** Reads and writes the content folder for the editor: entries and pictures, and nothing else. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import {
  absent,
  assertNoLink,
  entryFile,
  entryFolder,
  isPicture,
  pictureFile,
  pictureFolder,
  type ContentFile,
} from './content-path';
import { deletionRefusal, overwriteRefusal } from './guards';

/** A save or a deletion that is refused. The message is for the person at the editor; nothing was changed. */
export class StorageRefusal extends OperatorError {
  override readonly name = 'StorageRefusal';
}

/** A file is no longer what the editor last read. Nothing was changed. */
export class ConflictError extends OperatorError {
  override readonly name = 'ConflictError';

  constructor(
    message: string,
    /** What is in the file now; null where there is none. */
    readonly current: string | null,
  ) {
    super(message);
  }
}

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

export interface NewPicture {
  readonly path: string;
  /** Base64. */
  readonly content: string;
}

export interface EntrySave {
  readonly path: string;
  readonly text: string;
  /** What was in the file when the form was filled from it; null for a new entry, which may not have a file. */
  readonly base: string | null;
  readonly pictures: readonly NewPicture[];
}

/** All paths are as the editor names them: `content/stories/x.yml`. Methods reject with what they say and with a `ContentPathError`. */
export interface EditorStorage {
  /** The entries of a folder, by name. */
  readonly entries: (folder: string) => Promise<EditorEntry[]>;
  /** Undefined where there is no such file. */
  readonly entry: (path: string) => Promise<EditorEntry | undefined>;
  /** Rejects with a `ConflictError` or a `StorageRefusal`. */
  readonly saveEntry: (save: EntrySave) => Promise<void>;
  /** Rejects with a `ConflictError` or a `StorageRefusal`. */
  readonly deleteEntry: (path: string, base: string) => Promise<void>;
  /** The pictures in a folder, without those in folders below it. */
  readonly pictures: (folder: string) => Promise<EditorPicture[]>;
  readonly picture: (path: string) => Promise<EditorPicture | undefined>;
  /** Rejects with a `StorageRefusal` where there is another picture of that name. */
  readonly savePicture: (picture: NewPicture) => Promise<EditorPicture>;
  /** Rejects with a `StorageRefusal` where the picture is in use, or no longer the one with that id. */
  readonly deletePicture: (path: string, id: string) => Promise<void>;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The file gets its name once all of it is written, so that no reader sees half of it. */
async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  // Sources leave out names that begin with a dot.
  const partial = path.join(folder, `.${randomUUID()}.partial`);
  try {
    await writeFile(partial, content, { flag: 'wx' });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Runs one task after the other, so that nothing changes between a check and what depends on it. */
function oneByOne() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

/** `contentFolder` is where the entries are. */
export function openStorage(contentFolder: string): EditorStorage {
  const root = path.resolve(contentFolder);
  const inTurn = oneByOne();

  const bytesOf = async (target: ContentFile) => {
    await assertNoLink(root, target);
    return readFile(target.file).catch(absent);
  };
  const textOf = async (target: ContentFile) => (await bytesOf(target))?.toString('utf8') ?? null;

  const namesIn = async (folder: ContentFile, isWanted: (name: string) => boolean) => {
    await assertNoLink(root, folder);
    const found = (await readdir(folder.file, { withFileTypes: true }).catch(absent)) ?? [];
    return found
      .filter((item) => item.isFile() && !item.name.startsWith('.') && isWanted(item.name))
      .map((item) => `${folder.name}/${item.name}`)
      .toSorted();
  };

  const picture = async (name: string): Promise<EditorPicture | undefined> => {
    const bytes = await bytesOf(pictureFile(root, name));
    return bytes && { path: name, id: hashOf(bytes), content: bytes.toString('base64') };
  };

  /** The bytes of a picture that may be written; undefined where the file has them already. */
  const newPicture = async ({ path: name, content }: NewPicture) => {
    const target = pictureFile(root, name);
    const bytes = Buffer.from(content, 'base64');
    const current = await bytesOf(target);
    if (current?.equals(bytes)) return undefined;
    if (current) {
      throw new StorageRefusal(
        `${name} is there already and is another picture. Nothing was saved. Give your picture another name.`,
      );
    }
    return { target, bytes };
  };

  return {
    entries: async (folder) => {
      const names = await namesIn(entryFolder(root, folder), (name) => name.endsWith('.yml'));
      return Promise.all(
        names.map(async (name) => ({
          path: name,
          text: await readFile(path.join(path.dirname(root), name), 'utf8'),
        })),
      );
    },
    entry: async (name) => {
      const text = await textOf(entryFile(root, name));
      return text === null ? undefined : { path: name, text };
    },
    saveEntry: ({ path: name, text, base, pictures }) =>
      inTurn(async () => {
        const target = entryFile(root, name);
        const current = await bytesOf(target);
        const currentText = current?.toString('utf8') ?? null;
        const refusal = current && overwriteRefusal(name, current);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        if (currentText !== base && currentText !== text) {
          throw new ConflictError(
            `${name} changed after it was opened here. Nothing was saved.`,
            currentText,
          );
        }
        const added = await Promise.all(pictures.map(newPicture));
        for (const one of added) if (one) await writeAtomically(one.target.file, one.bytes);
        if (currentText !== text) await writeAtomically(target.file, text);
      }),
    deleteEntry: (name, base) =>
      inTurn(async () => {
        const target = entryFile(root, name);
        const current = await textOf(target);
        if (current === null) return;
        if (current !== base) {
          throw new ConflictError(`${name} changed after it was opened here. Nothing was deleted.`, current);
        }
        const refusal = await deletionRefusal(root, target);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        await rm(target.file);
      }),
    pictures: async (folder) => {
      const names = await namesIn(pictureFolder(root, folder), isPicture);
      return (await Promise.all(names.map(picture))).filter((one) => one !== undefined);
    },
    picture,
    savePicture: (added) =>
      inTurn(async () => {
        const one = await newPicture(added);
        if (one) await writeAtomically(one.target.file, one.bytes);
        return { ...added, id: hashOf(Buffer.from(added.content, 'base64')) };
      }),
    deletePicture: (name, id) =>
      inTurn(async () => {
        const target = pictureFile(root, name);
        const current = await bytesOf(target);
        if (!current) return;
        if (hashOf(current) !== id) {
          throw new StorageRefusal(
            `${name} was replaced by another picture after it was loaded here. Nothing was deleted. Reload the page to see it.`,
          );
        }
        const refusal = await deletionRefusal(root, target);
        if (refusal !== undefined) throw new StorageRefusal(refusal);
        await rm(target.file);
      }),
  };
}
