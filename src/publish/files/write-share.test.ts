import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchSite } from '@/search/query/search.fixture';
import { siteContexts } from '@/views/frame/context';
import { sitePictures } from '@/views/share/site-pictures';
import { writeShare } from './write-share';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'share-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (out: string) =>
  writeShare({
    site: searchSite(['en', 'fr']),
    outDir: path.join(folder, out),
    siteUrl: 'https://example.org/',
    progress: () => undefined,
    signal: new AbortController().signal,
    cacheDir: path.join(folder, 'cache'),
  });

it('draws what is new, and takes the rest from what it has drawn before', async () => {
  const first = await write('one');
  expect(first.made).toBe(first.files);
  expect(await write('two')).toEqual({ files: first.files, made: 0 });
  const names = (await readdir(path.join(folder, 'one'), { recursive: true })).toSorted();
  expect((await readdir(path.join(folder, 'two'), { recursive: true })).toSorted()).toEqual(names);

  const [picture] = siteContexts(searchSite(['en']), new URL('https://example.org/')).flatMap(sitePictures);
  const png = await readFile(path.join(folder, 'two', picture?.path ?? ''));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});
