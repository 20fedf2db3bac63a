/** What has arrived in the form inbox, as tests of the outbox look at it. */
import { closeSync, openSync, readSync } from 'node:fs';

/** One row of the inbox, as far as sessions look at it. */
export interface InboxRow {
  readonly submission_id: string;
  readonly opportunity?: string;
  /** Missing for an application. */
  readonly purpose?: string;
  readonly follow_up_to?: string;
  readonly name: string;
  readonly motivation: string;
  /** Of a reply. */
  readonly answered?: string;
  /** SHA-256 of the file that came with it. */
  readonly file: string | undefined;
}

/** Reads the inbox's file: what is there is on the disk. */
export function rowsOf(file: string): () => readonly InboxRow[] {
  const rows: InboxRow[] = [];
  const buffer = Buffer.alloc(1 << 16);
  let at = 0;
  let rest = '';
  return () => {
    let handle;
    try {
      handle = openSync(file, 'r');
    } catch {
      return rows;
    }
    for (let size = 1; size > 0; at += size) {
      size = readSync(handle, buffer, 0, buffer.length, at);
      rest += buffer.toString('utf8', 0, size);
    }
    closeSync(handle);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { fields, files } = JSON.parse(line) as { fields: InboxRow; files?: { sha256: string }[] };
      rows.push({ ...fields, file: files?.[0]?.sha256 });
    }
    return rows;
  };
}
