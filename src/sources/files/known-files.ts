/** Remembers the versions of files between builds, so that a file that hasn't changed isn't read again. */
import { hash } from 'node:crypto';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { parseRecord, readRecords, writeRecords } from '../cache/record-file';

/** The version of a file's content. */
export interface FileVersion {
  /** Of the entry in it (`SourceContent.fingerprints`). */
  readonly fingerprint: string;
  /** For the tools of editors (`SourceContent.hashes`). */
  readonly hash: string;
}

export interface KnownFiles {
  /** Returns the version of a file that hasn't changed since it was read. */
  readonly find: (file: string, stats: Stats) => FileVersion | undefined;
  /** Remembers the version of a file that was read after these were. */
  readonly add: (file: string, stats: Stats, version: FileVersion) => void;
  /** Saves what was found and added. If that fails, the next build reads all files. */
  readonly save: () => Promise<void>;
}

type Known = FileVersion & { readonly mark: string };

/** Changes with the form of a record. */
const format = '1';

/**
 * Identifies a state of a file. Its status time is set by the system whenever the content, the name or the times change, and
 * no program can set it back.
 */
const markOf = ({ size, mtimeMs, ctimeMs, ino, dev }: Stats) => [size, mtimeMs, ctimeMs, ino, dev].join(' ');

/** A file may change once more within the grain of the system's times (ms), and then has the same mark. */
const settledAfter = 2000;

/** Reads what is known of the files in a folder of content. Never rejects. */
export async function openKnownFiles(cacheFolder: string, dir: string): Promise<KnownFiles> {
  const name = hash('sha256', path.resolve(dir), 'hex').slice(0, 12);
  const file = path.join(cacheFolder, `${name}.cache`);
  const read = await readRecords(file, format);
  const earlier = typeof read === 'string' ? new Map<string, Buffer>() : read;
  const kept = new Map<string, string | Buffer>();
  let isChanged = false;
  return {
    find: (name, stats) => {
      const record = earlier.get(name);
      if (!record) return undefined;
      const { mark, ...version } = parseRecord(record) as Known;
      if (mark !== markOf(stats)) return undefined;
      kept.set(name, record);
      return version;
    },
    add: (name, stats, version) => {
      if (Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) < settledAfter) return;
      kept.set(name, JSON.stringify({ mark: markOf(stats), ...version } satisfies Known));
      isChanged = true;
    },
    save: async () => {
      if (!isChanged && kept.size === earlier.size) return;
      await writeRecords(file, format, kept).catch(() => undefined);
    },
  };
}
