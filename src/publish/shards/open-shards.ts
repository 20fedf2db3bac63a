/** The pages of shards that were built before, for the build that merges them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PageRecord } from '../pages/page-record';
import { sha256 } from '../targets/manifest';
import { readShardFile, ShardError, shardSite } from './shard-file';

export interface ShardPages {
  /** How many shards there are. */
  readonly count: number;
  /** The keys of the pages, by file: `/en/index.html`. */
  readonly keys: ReadonlyMap<string, string>;
  /**
   * Copies pages into a folder and resolves to their records. Rejects with a `ShardError` if one isn't as it was rendered,
   * or with the system's error.
   */
  readonly take: (files: readonly string[], to: string) => Promise<readonly PageRecord[]>;
}

/** Files that are copied before other tasks get a turn, such as the signal that ends the build. */
const filesPerTurn = 100;

/**
 * Opens shards in folders. They needn't be complete, nor made of the same content: pages are told apart by their keys.
 * Throws a `ShardError` for one that can't be read, or that was made by another version of the code or the settings.
 */
export function openShards(folders: readonly string[], version: string): ShardPages {
  const pages = new Map<string, { readonly folder: string; readonly record: PageRecord }>();
  for (const folder of folders) {
    const file = readShardFile(folder);
    if (file.version !== version)
      throw new ShardError(
        `${folder} was built by another version of the program, or with other settings. Build all shards with the same code, and with the SITE_, FORMS and CONTENT_ variables of this build.`,
      );
    for (const record of file.pages) pages.set(record.file, { folder: shardSite(folder), record });
  }
  return {
    count: folders.length,
    keys: new Map([...pages].map(([file, { record }]) => [file, record.key ?? ''])),
    take: async (files, to) => {
      const records: PageRecord[] = [];
      const made = new Set<string>();
      for (const file of files) {
        if (records.length % filesPerTurn === 0) await setImmediate();
        const page = pages.get(file);
        if (!page) throw new Error(`No shard has ${file}.`);
        const bytes = readFileSync(path.join(page.folder, file));
        if (sha256(bytes) !== page.record.hash)
          throw new ShardError(`${path.join(page.folder, file)} was changed. Build this shard again.`);
        const place = path.join(to, file);
        if (!made.has(path.dirname(place))) mkdirSync(path.dirname(place), { recursive: true });
        made.add(path.dirname(place));
        writeFileSync(place, bytes);
        records.push(page.record);
      }
      return records;
    },
  };
}
