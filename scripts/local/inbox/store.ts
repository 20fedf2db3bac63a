/** The file that submissions are kept in: one JSON object a line, and on the disk before anybody is told so. */
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that came with a submission. */
export interface KeptFile {
  /** The field that it was sent in. */
  readonly field: string;
  /** As it was sent: never a path to write to or to read from. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** As the sender's browser said; not to be relied on. */
  readonly type: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Where it is, from the folder that the submissions are in. */
  readonly path: string;
}

/** One submission as it is kept. */
export interface InboxSubmission {
  /** The inbox's own id of this row. The sender's is among the fields. */
  readonly id: string;
  /** ISO instant. */
  readonly receivedAt: string;
  /** The form's key. */
  readonly form: string;
  /** As they came, in their order. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Missing where none came. */
  readonly files?: readonly KeptFile[];
}

export interface Store {
  /** Where submissions are kept. */
  readonly file: string;
  /** Resolves when the submission is on the disk (fsync). Rejects where it can't be written. */
  readonly append: (submission: InboxSubmission) => Promise<void>;
  /** Everything that is kept, oldest first, and how many lines are no submissions (torn by a crash, edited). */
  readonly read: () => Promise<{
    readonly submissions: readonly InboxSubmission[];
    readonly unreadable: number;
  }>;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The store in a file, which need not exist yet. */
export function openStore(file: string): Store {
  let waiting: Waiting[] = [];
  let writing = false;

  // One writer at a time; what arrives meanwhile goes together with the next write and its one fsync.
  const flush = async () => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(file, batch.map(({ line }) => line).join(''));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = false;
  };

  return {
    file,
    append: (submission) =>
      new Promise((resolve, reject) => {
        waiting.push({ line: `${JSON.stringify(submission)}\n`, resolve, reject });
        if (!writing) void flush();
      }),
    read: async () => parse(await readIfThere(file)),
  };
}

/** Opens the file anew each time, so that one that was deleted meanwhile comes back. */
async function write(file: string, lines: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    await handle.appendFile((await endsTorn(handle, size)) ? `\n${lines}` : lines);
    await handle.sync();
    if (size === 0) await syncFolder(dirname(file));
  } finally {
    await handle.close();
  }
}

/** True where a crash left half a line, which must not swallow the next one. */
async function endsTorn(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

/** A new file outlives a power cut only when its folder knows of it. Not every system can sync a folder. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parse(text: string): { submissions: InboxSubmission[]; unreadable: number } {
  const lines = text.split('\n').filter((line) => line !== '');
  const submissions = lines.map(parseLine).filter((submission) => submission !== undefined);
  return { submissions, unreadable: lines.length - submissions.length };
}

function parseLine(line: string): InboxSubmission | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isSubmission(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSubmission(value: unknown): value is InboxSubmission {
  if (typeof value !== 'object' || value === null) return false;
  const { id, receivedAt, form, fields, files } = value as Partial<Record<keyof InboxSubmission, unknown>>;
  return (
    [id, receivedAt, form].every((part) => typeof part === 'string') &&
    typeof fields === 'object' &&
    fields !== null &&
    (files === undefined || (Array.isArray(files) && files.every(isKeptFile)))
  );
}

function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== 'object' || value === null) return false;
  const { field, name, size, type, sha256, path } = value as Partial<Record<keyof KeptFile, unknown>>;
  return (
    [field, name, type, sha256, path].every((part) => typeof part === 'string') && typeof size === 'number'
  );
}
