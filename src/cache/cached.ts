/**
 * What builds leave for later ones: values, each with what made it and what it was made from. Each may be deleted at any
 * time, and is then made again.
 */
import { createHash, hash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** The folder of all values, below the one that a workflow keeps from build to build. */
export const cacheFolder = '.local/cache/values';

/** The kinds of values, of which `README.md` tells. The names of their files begin with it. */
export type CacheName = 'bundle' | 'entries' | 'picture' | 'published' | 'search' | 'shard' | 'share';

/** Tells a value from all others, and whether it is still right. */
export interface CacheKey {
  readonly name: CacheName;
  /** Identifies the code that makes it: `codeVersion`, or a version that its input has. */
  readonly code: string;
  /** Identifies all else that it is made from. */
  readonly input: string;
  /** The subject, such as a language (`en`): a new value of it replaces the former one. Without it, all values stay. */
  readonly of?: string;
}

const digestLength = 32;

/** The file of a value. */
export function cachedFile({ name, code, input, of }: CacheKey, folder = cacheFolder): string {
  const own = JSON.stringify(of === undefined ? [code, input] : [of]);
  return path.join(folder, `${name}-${hash('sha256', own, 'hex').slice(0, 24)}`);
}

/** Stands for the code and the input too, so that a value of others is as good as damaged. */
const digestOf = ({ code, input }: CacheKey, bytes: Uint8Array) =>
  createHash('sha256')
    .update(JSON.stringify([code, input]))
    .update(bytes)
    .digest();

function markAsUsed(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It is another user's.
  }
}

/**
 * Reads a value, which then counts as used; undefined if there is none, if it is damaged, or if other code made it or of
 * another input. Its type is that of what was written with this key. Never throws.
 */
export function readCached<Value>(key: CacheKey, folder = cacheFolder): Value | undefined {
  const file = cachedFile(key, folder);
  try {
    const all = readFileSync(file);
    const bytes = all.subarray(digestLength);
    if (!digestOf(key, bytes).equals(all.subarray(0, digestLength))) return undefined;
    const value = deserialize(bytes) as Value;
    markAsUsed(file);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * Writes a value that `structuredClone` can copy. Other builds see it whole, or that of before. Throws the system's error.
 */
export function writeCached(key: CacheKey, value: unknown, folder = cacheFolder): void {
  const file = cachedFile(key, folder);
  const bytes = serialize(value);
  const partial = `${file}.${randomUUID()}.partial`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(partial, digestOf(key, bytes));
    writeFileSync(partial, bytes, { flag: 'a' });
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Writes a value; where that can't be, as on a full disk, it is made again by the next build. Returns true if it is written. */
export function keepCached(key: CacheKey, value: unknown, folder = cacheFolder): boolean {
  try {
    writeCached(key, value, folder);
    return true;
  } catch {
    return false;
  }
}

/** Returns the value of a key, made unless it is there. Rejects as `make` does. */
export async function cached<Value>(
  key: CacheKey,
  make: () => Value | Promise<Value>,
  folder = cacheFolder,
): Promise<Value> {
  const found = readCached<Value>(key, folder);
  if (found !== undefined) return found;
  const made = await make();
  keepCached(key, made, folder);
  return made;
}

/** Values that weren't used for so long (ms) are removed. */
const unusedAfter = 30 * 24 * 60 * 60 * 1000;

/** Another build may be using values that were used within this time (ms). */
const inUse = 60 * 60 * 1000;

/** Bytes that stay; of more, the least used values are removed. */
const keptBytes = 2e9;

/** The files of the cache with their bytes and the time (ms) since they were used, the last used first. */
function listByAge(folder: string) {
  const files = readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    // Another build may have removed it.
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats ? [{ file, bytes: stats.size, age: Date.now() - stats.mtimeMs }] : [];
  });
  return files.toSorted((a, b) => a.age - b.age);
}

/** Removes values that are no longer used, and what builds that were killed left. Never throws: the next build tries it too. */
export function clearCache(folder = cacheFolder, most = keptBytes): void {
  let total = 0;
  try {
    for (const { file, bytes, age } of listByAge(folder)) {
      total += bytes;
      const isUnwanted = total > most || age > unusedAfter || file.endsWith('.partial');
      if (age > inUse && isUnwanted) rmSync(file, { force: true });
    }
  } catch {
    // No folder, or no permission.
  }
}
