/**
 * A site that is merged from shards is, to the byte, that of a build without them: also where a shard is missing or was made
 * of other content. Shards that can't be used are refused.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import { build } from '@/publish/build/build';
import { buildShard } from '@/publish/shards/build-shard';
import { shardFile } from '@/publish/shards/shard';
import { contentsOf, freshFolder } from './folders';
import { siteNow, type Env } from './run-build';
import { sharedSite } from './shared-site';
import { changeEntry, copyOfSmallContent, inLanguage } from './small-content';

let root: string;
let content: string;
let pages: readonly [number, number];

const configOf = (env: Env = {}) => readConfig({ CONTENT_DIR: content, SITE_NOW: siteNow, ...env });
const shardDir = (number: number) => `${root}/shard-${number}`;

const makeShard = (number: number, outDir = shardDir(number)): Promise<number> =>
  buildShard({ config: configOf(), shard: { number, count: 2 }, outDir, progress: () => undefined });

/** Builds into a folder of that name. Resolves to its files, and to how many pages came from shards. */
async function merge(shards: readonly string[], name: string, env?: Env) {
  const outDir = `${root}/${name}`;
  const lines: string[] = [];
  await build({ config: configOf(env), outDir, shards, progress: (line) => lines.push(line) });
  return { files: contentsOf(outDir), taken: Number(/(\d+) taken/.exec(lines.join('\n'))?.[1] ?? 0) };
}

beforeAll(async () => {
  root = await freshFolder('shards');
  content = await copyOfSmallContent('shards/content');
  // A former shard, whose place the new one takes.
  mkdirSync(shardDir(1));
  for (const file of [shardFile(shardDir(1)), `${shardDir(1)}/former.html`]) writeFileSync(file, '');
  pages = [await makeShard(1), await makeShard(2)];
});

describe('a site of shards', () => {
  it('is that of a build without them, and takes all pages from them', async () => {
    expect(Math.min(...pages)).toBeGreaterThan(100);
    const whole = contentsOf((await sharedSite('minimal')).dir);
    const { files, taken } = await merge([shardDir(1), shardDir(2)], 'merged');
    expect(files).toEqual(whole);
    expect(taken).toBe(pages[0] + pages[1]);
    // It takes over what is live besides.
    writeFileSync(`${root}/merged/en/index.html`, 'changed by hand');
    expect((await merge([shardDir(1), shardDir(2)], 'merged')).files).toEqual(whole);
  });

  it('has what changed after the shards were made, also where one is missing', async () => {
    const title = 'Caption nine films about nets';
    await changeEntry(content, 'opportunities/caption-harbour-films', (fields) =>
      inLanguage(fields, 'en', { title }),
    );
    const unsharded = await merge([], 'changed');
    const { files, taken } = await merge([shardDir(2)], 'changed-merged');
    expect(files).toEqual(unsharded.files);
    expect(taken).toBeGreaterThan(50);
    expect(taken).toBeLessThan(pages[1]);
  });
});

describe('a shard', () => {
  it('takes the place of the former one, and of nothing else', async () => {
    expect(existsSync(`${shardDir(1)}/former.html`)).toBe(false);
    await expect(makeShard(1, content)).rejects.toThrow('has other files than a shard.');
    expect(existsSync(`${content}/opportunities`)).toBe(true);
    expect(existsSync(`${shardDir(1)}.partial`)).toBe(false);
  });

  const addTo = (file: string) => (shard: string) => appendFileSync(`${shard}/${file}`, ' ');

  it.each<[what: string, spoil: (shard: string) => void, says: string, env?: Env]>([
    [
      'of other settings',
      () => undefined,
      'or built by another version of the program, or with other settings.',
      { SITE_URL: 'https://other.example' },
    ],
    [
      'with a page that was changed',
      (shard) => {
        const names = readdirSync(`${shard}/site`, { recursive: true, encoding: 'utf8' });
        for (const name of names.filter((one) => one.endsWith('.html'))) addTo(`site/${name}`)(shard);
      },
      'was changed. Build this shard again.',
    ],
    ['that was cut off', (shard) => appendFileSync(shardFile(shard), ' '), 'was cut off or changed'],
    ['that isn’t there', (shard) => rmSync(shard, { recursive: true }), 'has no shard.'],
  ])('%s is refused', async (_what, spoil, says, env) => {
    const shard = `${await freshFolder('shards/spoilt')}/shard`;
    await cp(shardDir(1), shard, { recursive: true });
    spoil(shard);
    await expect(merge([shard], 'refused', env)).rejects.toThrow(says);
    expect(existsSync(`${root}/refused`)).toBe(false);
  });
});
