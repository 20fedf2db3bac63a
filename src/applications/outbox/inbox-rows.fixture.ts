/** The rows that have arrived in the form inbox, for tests of the outbox. */
import { closeSync, openSync, readSync } from 'node:fs';

/** One row of the inbox, as far as sessions check it. */
export interface InboxRow {
  readonly submission_id: string;
  readonly opportunity?: string;
  /** Missing for an application. */
  readonly purpose?: string;
  readonly follow_up_to?: string;
  readonly name: string;
  readonly motivation: string;
  /** The answer of a reply report. */
  readonly answered?: string;
  /** SHA-256 of the file that came with it. */
  readonly file: string | undefined;
}

/** Returns a function that reads the inbox's file: rows that it has are on the disk. */
export function openInboxRows(file: string): () => readonly InboxRow[] {
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
