/** Writes sorted words in shards (build side). */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shardFile, shardsDir } from '../page/search-paths';
import { shardNameLength, type ShardList } from './shard-list';

/** A shard to be written. */
export interface Shard {
  readonly firstWord: string;
  readonly text: string;
}

/** A word with its line, without a line feed. */
export interface ShardLine {
  readonly word: string;
  readonly line: string;
}

/** Divides lines, sorted by words, into shards of at most so many characters, if no line is longer. */
export function divideLines(lines: Iterable<ShardLine>, length: number): Shard[] {
  const shards: { firstWord: string; text: string }[] = [];
  for (const { word, line } of lines) {
    const last = shards.at(-1);
    if (last && last.text.length + line.length < length) last.text += `${line}\n`;
    else shards.push({ firstWord: word, text: `${line}\n` });
  }
  return shards;
}

const nameOf = (bytes: Uint8Array) => hash('sha256', bytes, 'base64url').slice(0, shardNameLength);

/** Writes shards below `outDir`, the root of the site. Synchronous: awaiting each of many small files takes several times as long. */
export function writeShards(locale: string, shards: readonly Shard[], outDir: string): ShardList {
  mkdirSync(path.join(outDir, shardsDir(locale)), { recursive: true });
  let names = '';
  for (const { text } of shards) {
    const bytes = Buffer.from(text);
    const name = nameOf(bytes);
    writeFileSync(path.join(outDir, shardFile(locale, name)), bytes);
    names += name;
  }
  return { first: shards.map(({ firstWord }) => firstWord).join('\n'), names };
}
