/** The files that came with submissions: in a folder of their own, on the disk before anybody is told so. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, type KeptFile } from './store';

/** The folder for the files of the submissions in `file`: `.local/inbox.jsonl -> .local/inbox-files` */
export function filesFolder(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name}-files`);
}

/** What a file is called on the disk: nothing of its own name is in it, so that none leads anywhere. */
const storedName = (id: string, index: number) => `${id}.${index + 1}`;

/** Ids are the inbox's own; one that somebody wrote into the file leads nowhere either. */
const plainId = /^[\w-]{1,64}$/;

/**
 * Keeps the files of the submission `id`. Resolves when all are on the disk (fsync). Rejects, and leaves none, where one
 * can't be written.
 */
export async function keepFiles(
  submissions: string,
  id: string,
  files: readonly (readonly [field: string, file: File])[],
): Promise<readonly KeptFile[]> {
  if (files.length === 0) return [];
  const folder = filesFolder(submissions);
  await mkdir(folder, { recursive: true });
  try {
    const kept = await Promise.all(
      files.map(async ([field, file], index): Promise<KeptFile> => {
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
    await syncFolder(folder);
    await syncFolder(path.dirname(folder));
    return kept;
  } catch (error) {
    await dropFiles(submissions, id, files.length);
    throw error;
  }
}

/** Deletes the files of a submission that nobody was told is kept. */
export async function dropFiles(submissions: string, id: string, count: number): Promise<void> {
  const folder = filesFolder(submissions);
  for (let index = 0; index < count; index++)
    await rm(path.join(folder, storedName(id, index)), { force: true });
}

/** The bytes of a submission's file, counted from 0; undefined where it isn't there (any more). */
export async function readKeptFile(
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
