import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from '../build/site-reader';
import { sha256 } from '../targets/manifest';
import type { LastPublish } from './last-publish';
import { readMark } from './publish-cache';
import { assembleSite, keepSpare, spareSite } from './spare-site';

let root = '';
let home = '';
beforeEach(() => {
  // On the disk of the spares.
  mkdirSync('.local/test', { recursive: true });
  root = path.resolve(mkdtempSync('.local/test/spare-'));
  home = path.join(root, 'dist');
  mkdirSync(home);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;

/** Writes a site into a folder below the root. */
function writeSite(name: string, texts: Texts): string {
  const folder = path.join(root, name);
  for (const [file, text] of Object.entries(texts)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return folder;
}

const readSite = (folder: string): Texts =>
  Object.fromEntries(
    [...listFiles(folder)].toSorted().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

/** A last publish whose site is in a folder. */
function publishedIn(folder: string): LastPublish {
  const files = [...listFiles(folder)];
  const known = new Map(
    files.map((file) => {
      const place = path.join(folder, file);
      return [file, { mark: readMark(place), hash: sha256(readFileSync(place)) }];
    }),
  );
  return {
    folder,
    hashOf: (file, within = folder) => {
      const was = known.get(file);
      const now = readMark(path.join(within, file));
      return was && now && String(was.mark) === String(now) ? was.hash : undefined;
    },
    pages: () => new Map(),
    weighed: new Map(),
    pageCount: () => 0,
    isCurrent: () => false,
  };
}

/** Assembles a site of the live one and new files, as a build does. Returns its folder. */
async function assemble(live: string, kept: readonly string[], made: Texts): Promise<string> {
  const staging = writeSite('work/site', made);
  const last = publishedIn(live);
  await assembleSite({ home, work: path.join(root, 'work'), staging, last, kept: new Set(kept) });
  return staging;
}

const inode = (folder: string, file: string) => statSync(path.join(folder, file)).ino;

it('links kept files, the compressed ones too, where there is no spare', async () => {
  const live = writeSite('dist', { '/a.html': 'a', '/a.html.gz': 'A', '/b/c.html': 'c' });
  const site = await assemble(live, ['/a.html'], { '/d.html': 'd' });
  expect(readSite(site)).toEqual({ '/a.html': 'a', '/a.html.gz': 'A', '/d.html': 'd' });
  expect(inode(site, '/a.html')).toBe(inode(live, '/a.html'));
});

it('turns the spare into the new site, and writes into no file of the live one', async () => {
  const first = writeSite('first', {
    '/same': '1',
    '/more/1': '1',
    '/more/2': '1',
    '/old': '1',
    '/gone/deep/file': '1',
    '/file': '1',
    '/dir/file': '1',
  });
  // The next site takes most of it over.
  const second = await assemble(first, ['/same', '/more/1', '/more/2'], { '/old': '22', '/new': '2' });
  const live = path.join(root, 'live');
  renameSync(second, live);
  const before = readSite(live);
  expect(keepSpare(home, first, root)).toBe(true);

  const third = await assemble(live, ['/same', '/old', '/more/1', '/more/2'], {
    '/new': '333',
    '/file/now-a-folder': '3',
    '/dir': '3',
  });
  expect(readSite(third)).toEqual({
    '/dir': '3',
    '/file/now-a-folder': '3',
    '/more/1': '1',
    '/more/2': '1',
    '/new': '333',
    '/old': '22',
    '/same': '1',
  });
  expect(statSync(path.join(third, 'gone'), { throwIfNoEntry: false })).toBeUndefined();
  expect(inode(third, '/same')).toBe(inode(live, '/same'));
  expect(inode(third, '/old')).toBe(inode(live, '/old'));
  expect(readSite(live)).toEqual(before);
});

it('leaves a spare in the workspace that has little in common with the new site', async () => {
  const live = writeSite('live', { '/a': '1', '/b': '1' });
  expect(
    keepSpare(home, writeSite('much-larger', { '/a': '1', '/c': '1', '/d': '1', '/e': '1' }), root),
  ).toBe(true);
  const site = await assemble(live, ['/a', '/b'], { '/new': '2' });
  expect(readSite(site)).toEqual({ '/a': '1', '/b': '1', '/new': '2' });
  expect(readSite(path.join(root, 'work/spare'))).toEqual({ '/a': '1', '/c': '1', '/d': '1', '/e': '1' });
  expect(existsSync(spareSite(home))).toBe(false);
});

it('forgets the spares of folders that no longer exist', () => {
  expect(keepSpare(home, writeSite('former', { '/a': '1' }), root)).toBe(true);
  rmSync(home, { recursive: true });
  const other = path.join(root, 'other');
  mkdirSync(other);
  expect(keepSpare(other, writeSite('another', { '/a': '1' }), root)).toBe(true);
  expect(existsSync(spareSite(home))).toBe(false);
  expect(existsSync(spareSite(other))).toBe(true);
});

it('keeps the newer of two former sites', () => {
  expect(keepSpare(home, writeSite('first', { '/a': '1' }), root)).toBe(true);
  expect(keepSpare(home, writeSite('second', { '/a': '2' }), root)).toBe(true);
  expect(readSite(spareSite(home))).toEqual({ '/a': '2' });
  expect(readSite(path.join(root, 'older'))).toEqual({ '/a': '1' });
});
