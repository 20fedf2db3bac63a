import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFiles } from './write-files';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes each into its folder, and says how many', async () => {
  const files = [
    { path: 'fr/missions/feed.json', text: '{}' },
    { path: 'fr/missions/feed.xml', text: '<é/>' },
    { path: 'index.txt', text: '' },
  ];
  expect(await writeFiles(folder, files, new AbortController().signal)).toBe(3);
  for (const { path: name, text } of files)
    expect(await readFile(path.join(folder, name), 'utf8')).toBe(text);
});

it('stops where it is told to while it writes', async () => {
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  function* endless() {
    for (let number = 0; ; number++) yield { path: `${number}.txt`, text: '' };
  }
  await expect(writeFiles(folder, endless(), stop.signal)).rejects.toThrow('aborted');
  expect((await readdir(folder)).length).toBeLessThan(100);
});

it('says what the system says', async () => {
  const files = ['a', 'a/b'].map((name) => ({ path: name, text: '' }));
  await expect(writeFiles(folder, files, new AbortController().signal)).rejects.toThrow(/ENOTDIR|EEXIST/);
});
