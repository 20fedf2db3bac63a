import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveInto } from './move-into';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'move-into-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), text);
}

test('puts files among those that are there', async () => {
  await write('from/en/feed.xml', 'feed');
  await write('from/search/en.json', 'columns');
  await write('to/en/index.html', 'page');
  moveInto(path.join(root, 'from'), path.join(root, 'to'));
  const names = await readdir(path.join(root, 'to'), { recursive: true });
  expect(names.toSorted()).toEqual(['en', 'en/feed.xml', 'en/index.html', 'search', 'search/en.json']);
  expect(await readFile(path.join(root, 'to/en/feed.xml'), 'utf8')).toBe('feed');
});

test.each([
  ['a file', 'from/en/index.html'],
  ['a folder', 'from/en/index.html/more'],
])('overwrites nothing with %s', async (_, name) => {
  await write(name, 'new');
  await write('to/en/index.html', 'old');
  expect(() => moveInto(path.join(root, 'from'), path.join(root, 'to'))).toThrow('already');
  expect(await readFile(path.join(root, 'to/en/index.html'), 'utf8')).toBe('old');
});
