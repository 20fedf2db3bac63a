/** The file that tells what a shard's folder holds. Its pages are below `site/`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { formatRecords, parseRecords, type PageRecord } from '../pages/page-record';
import { sha256 } from '../targets/manifest';
import type { PageShard } from './shard';

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
