/** Stores submissions in a file, one JSON object per line, and their files in a folder beside it. */
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

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

/** Returns the folder for the files of the submissions in `file`: `.local/inbox.jsonl -> .local/inbox-files` */
export function filesFolder(file: string): string {
  const { dir, name } = path.parse(file);
  return path.join(dir, `${name}-files`);
}

/** Saves a file under a name that has nothing of the sender's, which could lead to another folder. */
async function saveFile(folder: string, name: string, field: string, sent: File): Promise<StoredFile> {
  const bytes = new Uint8Array(await sent.arrayBuffer());
  await writeFile(path.join(folder, name), bytes);
  return {
    field,
    name: sent.name,
    size: bytes.length,
    type: sent.type,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: path.posix.join(path.basename(folder), name),
  };
}

/** Stores a submission. Resolves when the system has all of it. Rejects if it can't be written. */
export async function storeSubmission(
  file: string,
  { form, fields }: Pick<InboxSubmission, 'form' | 'fields'>,
  sent: readonly (readonly [field: string, file: File])[],
): Promise<void> {
  const id = randomUUID();
  const folder = filesFolder(file);
  await mkdir(sent.length > 0 ? folder : path.dirname(file), { recursive: true });
  const files = await Promise.all(
    sent.map(([field, one], index) => saveFile(folder, `${id}.${index + 1}`, field, one)),
  );
  const receivedAt = new Date().toISOString();
  const submission = { id, receivedAt, form, fields, ...(files.length > 0 ? { files } : {}) };
  // At once, so that no line is written into another one.
  appendFileSync(file, `${JSON.stringify(submission)}\n`);
}

/** Reads all submissions, oldest first. Rejects if the file has a line that isn't JSON. */
export async function readSubmissions(file: string): Promise<InboxSubmission[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as InboxSubmission);
}
