/**
 * Shards: parts of a site's pages that several machines render. A shard's folder has its pages below `site/`, and a file that
 * tells what they are.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { OperatorError } from '@/model/operator-error';
import { formatRecords, parseRecords, type PageRecord } from '../pages/page-record';
import { sha256 } from '../targets/manifest';

/** One of several equal parts of a site's pages. */
export interface PageShard {
  /** From 1 to `count`. */
  readonly number: number;
  readonly count: number;
}

/** Parses `2/4`; returns undefined for anything else. */
export function parseShard(text: string): PageShard | undefined {
  const [, number = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return number >= 1 && number <= count ? { number, count } : undefined;
}

/** True if the part with this index, from 0, belongs to the shard. Neighbours cost about the same, so they are dealt out. */
export const isInShard = ({ number, count }: PageShard, index: number): boolean =>
  index % count === number - 1;

/** Changes with the form of the file. */
const format = 'shard 1';

export interface ShardFile {
  readonly shard: PageShard;
  /** Identifies the code and the settings that the pages were made with. */
  readonly version: string;
  /** The records of its pages. */
  readonly pages: readonly PageRecord[];
}

/** A folder has no shard, or one that can't be used. */
export class ShardError extends OperatorError {
  override readonly name = 'ShardError';
}

const fileIn = (folder: string) => path.join(folder, 'shard.txt');

/** The folder of a shard's pages. */
export const shardSite = (folder: string): string => path.join(folder, 'site');

export const hasShard = (folder: string): boolean => existsSync(fileIn(folder));

/** Writes the file. Throws the system's error. */
export function writeShardFile(folder: string, { shard, version, pages }: ShardFile): void {
  const body = [JSON.stringify({ shard, version }), formatRecords(pages)].join('\n');
  writeFileSync(fileIn(folder), `${format} ${sha256(body)}\n${body}`);
}

/** Reads the file. Throws a `ShardError` if it is missing, damaged or of another version of the program. */
export function readShardFile(folder: string): ShardFile {
  if (!hasShard(folder))
    throw new ShardError(`${folder} has no shard. Name folders that npm run build -- --shard has made.`);
  const text = readFileSync(fileIn(folder), 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${format} ${sha256(body)}`)
    throw new ShardError(`${fileIn(folder)} was cut off or changed. Build this shard again.`);
  const [head = '', pages = ''] = body.split('\n');
  return {
    ...(JSON.parse(head) as Pick<ShardFile, 'shard' | 'version'>),
    pages: parseRecords(pages),
  };
}

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
