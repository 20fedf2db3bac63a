/** Stores submissions in a file, one JSON object per line. They are on the disk before the sender gets an answer. */
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that came with a submission. */
export interface StoredFile {
  /** The field with which it was sent. */
  readonly field: string;
  /** The sender's name for it, which must not be used as a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The media type from the sender's browser, which may be wrong. */
  readonly type: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** The path from the folder of the submissions. */
  readonly path: string;
}

/** A stored submission. */
export interface InboxSubmission {
  /** The inbox's own id of this submission. The sender's id is among the fields. */
  readonly id: string;
  /** ISO instant. */
  readonly receivedAt: string;
  /** The form's key. */
  readonly form: string;
  /** The fields as they were sent, in their order. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Absent if there are none. */
  readonly files?: readonly StoredFile[];
}

export interface InboxStore {
  /** The file with the submissions. */
  readonly file: string;
  /** Resolves when the submission is on the disk (fsync). Rejects if it can't be written. */
  readonly append: (submission: InboxSubmission) => Promise<void>;
  /** Reads all submissions, oldest first, and the number of lines that aren't submissions (cut off by a crash, edited). */
  readonly read: () => Promise<{
    readonly submissions: readonly InboxSubmission[];
    readonly unreadable: number;
  }>;
}

interface WaitingLine {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Opens the store in a file, which is created with the first submission. */
export function openStore(file: string): InboxStore {
  let waiting: WaitingLine[] = [];
  let writing = false;

  // Only one write at a time. Submissions that arrive meanwhile share the next write and its fsync.
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

/** Appends lines. Opens the file each time, so that a deleted one is created again. */
async function write(file: string, lines: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    await handle.appendFile((await endsMidLine(handle, size)) ? `\n${lines}` : lines);
    await handle.sync();
    if (size === 0) await syncInboxFolder(dirname(file));
  } finally {
    await handle.close();
  }
}

/** True if the file ends in the middle of a line after a crash: the next line must not be added to it. */
async function endsMidLine(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

/** Syncs a folder, so that its new files survive a power cut. Some systems can't sync folders. */
export async function syncInboxFolder(folder: string): Promise<void> {
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

function isKeptFile(value: unknown): value is StoredFile {
  if (typeof value !== 'object' || value === null) return false;
  const { field, name, size, type, sha256, path } = value as Partial<Record<keyof StoredFile, unknown>>;
  return (
    [field, name, type, sha256, path].every((part) => typeof part === 'string') && typeof size === 'number'
  );
}
