/** Stores the files of submissions in a separate folder. They are on the disk before the sender gets an answer. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncInboxFolder, type StoredFile } from './store';

/** Returns the folder for the files of the submissions in `file`: `.local/inbox.jsonl -> .local/inbox-files` */
export function filesFolder(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name}-files`);
}

/** The name of a file on the disk. It has nothing of the sender's name, which could lead to another folder. */
const storedName = (id: string, index: number) => `${id}.${index + 1}`;

/** The pattern of the inbox's own ids. An edited id in the file of submissions must not lead to another folder. */
const plainId = /^[\w-]{1,64}$/;

/**
 * Saves the files of the submission `id`. Resolves when all are on the disk (fsync). If a file can't be written, it deletes
 * the others and rejects.
 */
export async function saveFiles(
  submissions: string,
  id: string,
  files: readonly (readonly [field: string, file: File])[],
): Promise<readonly StoredFile[]> {
  if (files.length === 0) return [];
  const folder = filesFolder(submissions);
  await mkdir(folder, { recursive: true });
  try {
    const kept = await Promise.all(
      files.map(async ([field, file], index): Promise<StoredFile> => {
        const name = storedName(id, index);
        const bytes = new Uint8Array(await file.arrayBuffer());
        await write(path.join(folder, name), bytes);
        return {
          field,
          name: file.name,
          size: bytes.length,
          type: file.type,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          path: path.posix.join(path.basename(folder), name),
        };
      }),
    );
    await syncInboxFolder(folder);
    await syncInboxFolder(path.dirname(folder));
    return kept;
  } catch (error) {
    await deleteFiles(submissions, id, files.length);
    throw error;
  }
}

/** Deletes the files of a submission that couldn't be stored. */
export async function deleteFiles(submissions: string, id: string, count: number): Promise<void> {
  const folder = filesFolder(submissions);
  for (let index = 0; index < count; index++)
    await rm(path.join(folder, storedName(id, index)), { force: true });
}

/** Reads a file of a submission, counted from 0; undefined if it doesn't exist (any more). */
export async function readStoredFile(
  submissions: string,
  id: string,
  index: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  if (!plainId.test(id)) return undefined;
  try {
    return await readFile(path.join(filesFolder(submissions), storedName(id, index)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
