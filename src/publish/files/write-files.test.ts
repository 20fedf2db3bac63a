import { expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { writeFiles } from './write-files';

const folder = temporaryFolder();
const { signal } = new AbortController();

it('writes each into its folder, and says how many', async () => {
  const files = [
    { path: 'fr/missions/feed.json', text: '{}' },
    { path: 'fr/missions/feed.xml', text: '<é/>' },
    { path: 'index.txt', text: '' },
  ];
  expect(await writeFiles(folder.at(), files, signal)).toBe(3);
  expect(folder.files().map((path) => ({ path, text: folder.read(path) }))).toEqual(files);
});

it('stops where it is told to while it writes', async () => {
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  function* endless() {
    for (let number = 0; ; number++) yield { path: `${number}.txt`, text: '' };
  }
  await expect(writeFiles(folder.at(), endless(), stop.signal)).rejects.toThrow('aborted');
  expect(folder.files().length).toBeLessThan(100);
});
