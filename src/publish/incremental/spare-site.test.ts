import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { workspaceParent } from '../build/build-workspace';
import { listFiles } from '@/cache/folder-files';
import { formatManifest, hashFiles, manifestFile, sha256, type Manifest } from '../targets/manifest';
import { openLastPublish, publishCacheFile, rememberPublish, type LastPublish } from './last-publish';
import { assembleSite, keepSpare, spareSite } from './spare-site';
import { runDir } from '@scripts/test/run-folder';

// On the disk of the spares.
const folder = temporaryFolder('each', runDir);
let root = '';
let home = '';
beforeEach(() => {
  root = folder.at();
  home = folder.at('dist');
  mkdirSync(home);
  mkdirSync(workspaceParent, { recursive: true });
});
afterEach(() => rmSync(publishCacheFile(home), { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;

/** Writes a site into a folder below the root. */
function writeSite(name: string, texts: Texts): string {
  for (const [file, text] of Object.entries(texts)) folder.write(`${name}${file}`, text);
  return folder.at(name);
}

const readSite = (folder: string): Texts =>
  Object.fromEntries(
    [...listFiles(folder)].toSorted().map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );

const hour = 60 * 60 * 1000;

/** Remembers the site in a folder as published, and all its files as read so long ago (ms). Returns what opens it. */
async function rememberSite(
  folder: string,
  age = 0,
  manifest?: Manifest,
): Promise<() => Promise<LastPublish>> {
  const noteFile = path.join(root, 'note.json');
  const files = manifest ?? (await hashFiles(folder));
  const text = formatManifest(files);
  writeFileSync(manifestFile(noteFile), text);
  const manifestHash = sha256(text);
  rememberPublish({
    target: { home, folder },
    version: 'this',
    manifest: files,
    manifestHash,
    input: '',
    hashed: Date.now() - age,
    pages: [],
    progress: () => undefined,
  });
  return async () => {
    const before = {
      source: '',
      now: 0,
      locales: [],
      entries: [],
      addresses: {},
      fixedPages: [],
      manifest: manifestHash,
    };
    const target = { home, live: { folder, noteFile }, before };
    const last = await openLastPublish(target, 'this', () => undefined);
    if (!last) throw new Error('Nothing was published.');
    return last;
  };
}

/** Assembles a site of the live one and new files, as a build does. Returns its folder. */
async function assemble(
  live: string,
  kept: readonly string[],
  made: Texts,
  isApart = false,
): Promise<string> {
  const staging = writeSite('work/site', made);
  const last = await (await rememberSite(live))();
  await assembleSite({
    home,
    workspace: { folder: path.join(root, 'work'), staging },
    last,
    kept: new Set(kept),
    isApart,
  });
  return staging;
}

const inode = (folder: string, file: string) => statSync(path.join(folder, file)).ino;

it('links kept files where there is no spare', async () => {
  const live = writeSite('dist', { '/a.html': 'a', '/b/c.html': 'c' });
  const site = await assemble(live, ['/a.html'], { '/d.html': 'd' });
  expect(readSite(site)).toEqual({ '/a.html': 'a', '/d.html': 'd' });
  expect(inode(site, '/a.html')).toBe(inode(live, '/a.html'));
});

it('turns the spare into the new site, and writes into no file of the live one', async () => {
  const more = ['/more/1', '/more/2', '/more/3'];
  const names = ['/same', ...more, '/old', '/gone/deep/file', '/file', '/dir/file'];
  const first = writeSite('first', Object.fromEntries(names.map((name) => [name, '1'])));
  // The next site takes most of it over.
  const second = await assemble(first, ['/same', ...more], { '/old': '22', '/new': '2' });
  const live = path.join(root, 'live');
  renameSync(second, live);
  const before = readSite(live);
  expect(keepSpare(home, first, root)).toBe(true);

  const third = await assemble(live, ['/same', '/old', ...more], {
    '/new': '333',
    '/file/now-a-folder': '3',
    '/dir': '3',
  });
  expect(readSite(third)).toEqual({
    '/dir': '3',
    '/file/now-a-folder': '3',
    '/more/1': '1',
    '/more/2': '1',
    '/more/3': '1',
    '/new': '333',
    '/old': '22',
    '/same': '1',
  });
  expect(existsSync(path.join(third, 'gone'))).toBe(false);
  for (const file of ['/same', '/old']) expect(inode(third, file)).toBe(inode(live, file));
  expect(readSite(live)).toEqual(before);
});

it('gives a site that is apart files of its own, and leaves the spare', async () => {
  const live = writeSite('live', { '/a': '1', '/b/c': '1' });
  expect(keepSpare(home, writeSite('former', { '/a': '1' }), root)).toBe(true);
  const site = await assemble(live, ['/a', '/b/c'], {}, true);
  expect(readSite(site)).toEqual({ '/a': '1', '/b/c': '1' });
  for (const file of ['/a', '/b/c']) expect(inode(site, file)).not.toBe(inode(live, file));
  expect(statSync(path.join(site, 'a')).mtime).toEqual(statSync(path.join(live, 'a')).mtime);
  expect(existsSync(spareSite(home))).toBe(true);
});

it('leaves a spare in the workspace that has little in common with the new site', async () => {
  const live = writeSite('live', { '/a': '1', '/b': '1' });
  const other = { '/a': '1', '/c': '1', '/d': '1', '/e': '1' };
  expect(keepSpare(home, writeSite('much-larger', other), root)).toBe(true);
  const site = await assemble(live, ['/a', '/b'], { '/new': '2' });
  expect(readSite(site)).toEqual({ '/a': '1', '/b': '1', '/new': '2' });
  expect(readSite(path.join(root, 'work/spare'))).toEqual(other);
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

describe('a file of the live site', () => {
  let live: string;
  let file: string;
  beforeEach(() => {
    live = writeSite('live', { '/a.html': 'one', '/b.html': 'two' });
    file = path.join(live, 'a.html');
    // Node sets no parts of a microsecond.
    utimesSync(file, 1, 1);
  });

  /** Changes the file with its size and time as before. The system's status time advances in steps of some milliseconds. */
  const change = () => {
    const { ctimeMs } = statSync(file);
    do {
      writeFileSync(file, 'ONE');
      utimesSync(file, 1, 1);
    } while (statSync(file).ctimeMs === ctimeMs);
  };

  it.each([
    ['changed', change],
    ['missing', () => rmSync(file)],
  ])('is damaged where it is %s, with size and time as before', async (how, damage) => {
    const open = await rememberSite(live);
    damage();
    const last = await open();
    expect(last.damage).toEqual([{ file: '/a.html', how }]);
    expect([last.hashOf('/a.html'), last.hashOf('/b.html')]).toEqual([undefined, sha256('two')]);
  });

  it('is as it was where a hard link to it was made, which changes its status time', async () => {
    const open = await rememberSite(live);
    const before = statSync(file).ctimeMs;
    linkSync(file, path.join(root, 'link'));
    expect(statSync(file).ctimeMs).not.toBe(before);
    expect((await open()).damage).toEqual([]);
  });

  // As where a disk spoils a file without a write: its mark is that of the last publish.
  it.each([
    [19 * hour, []],
    [20 * hour, [{ file: '/a.html', how: 'changed' }]],
    [-hour, [{ file: '/a.html', how: 'changed' }]],
  ])('is read again %i ms after it was last read, whatever its mark', async (age, damage) => {
    const manifest = await hashFiles(live);
    change();
    // Times are known to be right only after a while.
    await setTimeout(150);
    const open = await rememberSite(live, age, manifest);
    expect((await open()).damage).toEqual(damage);
  });

  it('isn’t read again after a publish that read it and found nothing to do', async () => {
    const open = await rememberSite(live, 24 * hour);
    (await open()).saveMarks();
    const { hashed, damage } = await open();
    expect(Date.now() - hashed).toBeLessThan(hour);
    expect(damage).toEqual([]);
  });

  it('isn’t taken over where it changes while the site is built', async () => {
    const last = await (await rememberSite(live))();
    change();
    const workspace = { folder: root, staging: path.join(root, 'next') };
    await expect(assembleSite({ home, workspace, last, kept: new Set(['/a.html']) })).rejects.toThrow(
      'a.html changed while the site was built',
    );
  });
});
