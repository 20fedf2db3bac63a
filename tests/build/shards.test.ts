/**
 * A site that is merged from shards is, to the byte, that of a build without them: also where a shard is missing or was made
 * of other content. Shards that can't be used are refused.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { buildShard } from '@/publish/shards/build-shard';
import { contentsOf, freshFolder } from './folders';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

let root: string;
let content: string;
let whole: ReturnType<typeof contentsOf>;

const configOf = (env: Readonly<Record<string, string>> = {}) =>
  readConfig({ CONTENT_DIR: content, SITE_NOW: '2026-11-25T12:00:00Z', ...env });

const shardDir = (number: number) => `${root}/shard-${number}`;
const bothShards = () => [shardDir(1), shardDir(2)];

function makeShard(number: number, env?: Readonly<Record<string, string>>): Promise<number> {
  const shard = { number, count: 2 };
  return buildShard({ config: configOf(env), shard, outDir: shardDir(number), progress: () => undefined });
}

/** Builds into a new folder. Resolves to its files, and to the line about rendered pages. */
async function merge(shards: readonly string[], name = 'merged') {
  const outDir = `${await freshFolder(`shards/${name}`)}/site`;
  const lines: string[] = [];
  await build({ config: configOf(), outDir, shards, progress: (line) => lines.push(line) });
  return { files: contentsOf(outDir), rendered: lines.find((line) => line.includes('were rendered')) };
}

/** The first page of a shard. */
const firstPage = (number: number) =>
  readdirSync(`${shardDir(number)}/site`, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.html'),
  ) ?? '';

const pagesTaken = (line: string | undefined) => Number(/(\d+) taken/.exec(line ?? '')?.[1]);

beforeAll(async () => {
  root = await freshFolder('shards');
  content = await copyOfSmallContent('shards/content');
  whole = (await merge([], 'whole')).files;
});

describe('a site of shards', () => {
  let pages: readonly [number, number];
  beforeAll(async () => {
    pages = [await makeShard(1), await makeShard(2)];
  });

  it('is that of a build without them, and takes all pages from them', async () => {
    expect(Math.min(...pages)).toBeGreaterThan(100);
    const { files, rendered } = await merge(bothShards());
    expect(files).toEqual(whole);
    expect(pagesTaken(rendered)).toBe(pages[0] + pages[1]);
  });

  it('is the same where a shard is missing', async () => {
    const { files, rendered } = await merge([shardDir(2)]);
    expect(files).toEqual(whole);
    expect(pagesTaken(rendered)).toBe(pages[1]);
  });

  it('has what changed after the shards were made', async () => {
    const change = (title: string) =>
      changeEntry(content, 'opportunities/caption-harbour-films', (fields) =>
        inLanguage(fields, 'en', { title }),
      );
    const before = readFileSync(`${content}/opportunities/caption-harbour-films.yml`);
    await change('Caption nine films about nets');
    const unsharded = await merge([], 'changed');
    const { files, rendered } = await merge(bothShards());
    writeFileSync(`${content}/opportunities/caption-harbour-films.yml`, before);
    expect(files).toEqual(unsharded.files);
    expect(files).not.toEqual(whole);
    expect(pagesTaken(rendered)).toBeGreaterThan(100);
  });

  it('takes over what is live besides', async () => {
    const outDir = `${await freshFolder('shards/twice')}/site`;
    await build({ config: configOf(), outDir, shards: bothShards(), progress: () => undefined });
    writeFileSync(`${outDir}/en/index.html`, 'changed by hand');
    await build({ config: configOf(), outDir, shards: bothShards(), progress: () => undefined });
    expect(contentsOf(outDir)).toEqual(whole);
  });
});

describe('a shard', () => {
  it('takes the place of the former one, and of nothing else', async () => {
    await makeShard(1);
    await expect(
      buildShard({
        config: configOf(),
        shard: { number: 1, count: 2 },
        outDir: content,
        progress: () => undefined,
      }),
    ).rejects.toThrow('has other files than a shard. Name an empty or a new folder with --out.');
    expect(existsSync(`${content}/opportunities`)).toBe(true);
    expect(existsSync(`${shardDir(1)}.partial`)).toBe(false);
  });

  it.each([
    [
      'of other settings',
      () => makeShard(1, { SITE_URL: 'https://other.example' }),
      'was built by another version of the program, or with other settings.',
    ],
    [
      'with a page that was changed',
      () => appendFileSync(path.join(shardDir(1), 'site', firstPage(1)), ' '),
      'was changed. Build this shard again.',
    ],
    [
      'that was cut off',
      () => appendFileSync(path.join(shardDir(1), 'shard.txt'), ' '),
      'was cut off or changed. Build this shard again.',
    ],
    [
      'that isn’t there',
      () => rename(shardDir(1), `${shardDir(1)}-aside`),
      'has no shard. Name folders that npm run build -- --shard has made.',
    ],
  ])('%s is refused', async (_what, spoil, message) => {
    await makeShard(1);
    await spoil();
    await expect(merge([shardDir(1)])).rejects.toThrow(message);
    expect(existsSync(`${root}/merged/site`)).toBe(false);
  });
});
