/**
 * Shards: parts of a site's pages that several machines render. A shard's folder has its pages below `site/`, and a file that
 * tells what they are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachedFile, readCached, writeCached, type CacheKey } from '@/cache/cached';
import { createPlacer } from '@/cache/folder-files';
import { OperatorError } from '@/model/operator-error';
import { inTurns } from '../files/in-turns';
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

/** The value that tells what is in a shard's folder, made with a version of the code and the settings. */
const keyOf = (version: string): CacheKey => ({ name: 'shard', code: version, input: '', of: 'pages' });

/** The folder of a shard's pages. */
export const shardSite = (folder: string): string => path.join(folder, 'site');

/** The file that tells what a shard has. */
export const shardFile = (folder: string): string => cachedFile(keyOf(''), folder);

export const hasShard = (folder: string): boolean => existsSync(shardFile(folder));

/** Writes the records of the pages of a shard. Throws the system's error. */
export const writeShard = (folder: string, version: string, pages: readonly PageRecord[]): void =>
  writeCached(keyOf(version), formatRecords(pages), folder);

/** Reads the records. Throws an `OperatorError` if they are missing, damaged, or of another version. */
function readShard(folder: string, version: string): PageRecord[] {
  if (!hasShard(folder))
    throw new OperatorError(`${folder} has no shard. Name folders that npm run build -- --shard has made.`);
  const pages = readCached<string>(keyOf(version), folder);
  if (pages !== undefined) return parseRecords(pages);
  throw new OperatorError(
    `${folder} was cut off or changed, or built by another version of the program, or with other settings. Build all shards with the same code, and with the SITE_, FORMS and CONTENT_ variables of this build.`,
  );
}

export type ShardPages = ReturnType<typeof openShards>;

/**
 * Opens shards in folders. They needn't be complete, nor made of the same content: pages are told apart by their keys.
 * Throws an `OperatorError` for one that can't be read, or that was made by another version of the code or the settings.
 */
export function openShards(folders: readonly string[], version: string) {
  const pages = new Map<string, { readonly place: string; readonly record: PageRecord }>();
  for (const folder of folders)
    for (const record of readShard(folder, version))
      pages.set(record.file, { place: path.join(shardSite(folder), record.file), record });
  return {
    /** How many shards there are. */
    count: folders.length,
    /** The keys of the pages, by file: `/en/index.html`. */
    keys: new Map([...pages].map(([file, { record }]) => [file, record.key ?? ''])),
    /** Copies pages into a folder and resolves to their records. Rejects with an `OperatorError` if one isn't as it was rendered. */
    take: async (files: readonly string[], to: string): Promise<readonly PageRecord[]> => {
      const placeOf = createPlacer(to);
      const records: PageRecord[] = [];
      for await (const file of inTurns(files)) {
        const page = pages.get(file);
        if (!page) throw new Error(`No shard has ${file}.`);
        const bytes = readFileSync(page.place);
        if (sha256(bytes) !== page.record.hash)
          throw new OperatorError(`${page.place} was changed. Build this shard again.`);
        writeFileSync(placeOf(file), bytes);
        records.push(page.record);
      }
      return records;
    },
  };
}
