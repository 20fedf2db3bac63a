import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { checkReleases, listReleases, rollBack } from '@scripts/publish-local/local-command';
import { openReleaseTarget } from './release-target';
import { assertReleases, expiredReleases, liveRelease, releaseNumbers } from './releases';
import { sha256 } from '../targets/manifest';
import { putRelease } from './put-release.fixture';

const folder = temporaryFolder();
const inDir = folder.at;
let dir: string;
beforeEach(() => {
  dir = folder.at();
});

const page = () => readFileSync(inDir('current/index.html'), 'utf8');

const put = (words: string) => putRelease(dir, words);
const putEdit = (words: string) => putRelease(dir, words, true);

async function back(to?: number): Promise<string[]> {
  const lines: string[] = [];
  await rollBack({ dir, to, print: (line) => lines.push(line) });
  return lines;
}

/** Begins to publish a site of one page, which has this hash as far as the build knows. */
async function receive(words: string, hash = sha256(words)) {
  const place = await openReleaseTarget(dir);
  const staging = inDir('releases/staging.partial');
  mkdirSync(staging);
  writeFileSync(path.join(staging, 'index.html'), words);
  return { place, received: place.receive?.(staging, new Map([['/index.html', hash]]), () => undefined) };
}

const contents = () => readdirSync(dir, { recursive: true, encoding: 'utf8' }).toSorted();

describe('a folder of releases', () => {
  it('leads to the newest, and keeps the three before it', async () => {
    for (const words of ['a', 'b', 'c', 'd', 'e']) await put(words);
    expect(page()).toBe('e');
    expect(releaseNumbers(dir)).toEqual([2, 3, 4, 5]);
    expect(readdirSync(inDir('releases')).toSorted()).toEqual([
      ...[2, 3, 4].flatMap((number) => [
        `${number}`,
        `${number}.apart`,
        `${number}.json`,
        `${number}.sha256`,
      ]),
      ...['5', '5.json', '5.sha256'],
    ]);
    expect(readlinkSync(inDir('current'))).toBe('releases/5');
  });

  it('goes back one at a time, or to one that is named, and on from there', async () => {
    for (const words of ['a', 'b', 'c']) await put(words);
    expect((await back()).slice(0, 2)).toEqual([
      'Checking release 2',
      'Release 2 is live instead of 3. It is whole (3 files).',
    ]);
    expect(page()).toBe('b');
    await back();
    expect(page()).toBe('a');
    await expect(back()).rejects.toThrow('has no release before the live one.');
    await back(3);
    expect(page()).toBe('c');
    await expect(back(7)).rejects.toThrow(`${dir} has no release 7. The live site stays as it is.`);
    expect(page()).toBe('c');
  });

  it('forgets what was taken back with the next publish: going back then leads to what was right', async () => {
    for (const words of ['a', 'b', 'wrong']) await put(words);
    await back();
    await put('corrected');
    await back();
    expect(page()).toBe('b');
  });

  it.each([
    ['its notes can’t be written', 'releases/5.json/full'],
    ['the link can’t be changed', '.current.new'],
  ])('stays as it is where %s', async (_, obstacle) => {
    for (const words of ['a', 'b', 'c', 'd']) await put(words);
    const before = contents();
    const { place, received } = await receive('e');
    await received;
    const finish = () => {
      mkdirSync(inDir(obstacle), { recursive: true });
      writeFileSync(place.noteFile, '{}');
    };
    expect(() => place.goLive(finish, '')).toThrow(/EISDIR/);
    place.discard?.();
    for (const name of ['.current.new', 'releases/5.json'])
      rmSync(inDir(name), { recursive: true, force: true });
    expect(page()).toBe('d');
    expect(contents()).toEqual(before);
  });

  it('loses what a process left that was killed', async () => {
    await put('a');
    for (const name of ['2.partial', '1.removed.partial']) mkdirSync(inDir(`releases/${name}`));
    for (const name of ['7.json', '7.sha256', '7.json.12.partial'])
      writeFileSync(inDir(`releases/${name}`), '');
    writeFileSync(inDir('.current.new'), '');
    await put('b');
    expect(page()).toBe('b');
    expect(readdirSync(dir).toSorted()).toEqual(['current', 'releases']);
    expect(readdirSync(inDir('releases')).toSorted()).toEqual([
      ...['1', '1.apart', '1.json', '1.sha256'],
      ...['2', '2.json', '2.sha256'],
    ]);
  });

  it('is listed, the newest first', async () => {
    for (const words of ['a', 'b']) await put(words);
    await back();
    const lines: string[] = [];
    listReleases({ dir, print: (line) => lines.push(line) });
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}2 {2}20\d\d-\S+$/),
      expect.stringMatching(/^\* 1 {2}20\d\d-\S+$/),
    ]);
  });
});

describe('releases that share files', () => {
  const inodes = (number: number) =>
    ['', 'en/', 'en/a/'].map((folder) => statSync(inDir(`releases/${number}/${folder}index.html`)).ino);
  const shared = (one: number, other: number) =>
    new Set(inodes(one)).intersection(new Set(inodes(other))).size;

  it('leave one that shares none, to which going back leads where a file of all others is damaged', async () => {
    await put('a');
    for (const words of ['b', 'c', 'd', 'e', 'f']) await putEdit(words);
    expect(releaseNumbers(dir)).toEqual([1, 3, 4, 5, 6]);
    for (const number of [3, 4, 5]) expect([shared(number, 6), shared(number, 1)]).toEqual([2, 0]);

    writeFileSync(inDir('current/en/index.html'), 'X');
    const damage = (number: number) => `Release ${number} is damaged in 1 file: en/index.html (changed).`;
    expect((await back()).slice(4, 8)).toEqual([
      ...[5, 4, 3].map(damage),
      'Release 1 is live instead of 6. It is whole (3 files).',
    ]);
    await put('g');
    expect(releaseNumbers(dir)).toEqual([1, 7]);
  });

  it('leave a newer one after a day, and not the former one besides', async () => {
    await put('a');
    for (const words of ['b', 'c', 'd', 'e']) await putEdit(words);
    utimesSync(inDir('releases/1.apart'), 0, 0);
    await putEdit('f');
    expect(releaseNumbers(dir)).toEqual([3, 4, 5, 6]);
    expect(readdirSync(inDir('releases')).filter((name) => /apart|partial|^1/.test(name))).toEqual([
      '5.apart',
    ]);
    expect([shared(5, 6), shared(4, 6), shared(4, 5)]).toEqual([0, 0, 2]);
  });
});

describe('the manifest of a release', () => {
  beforeEach(async () => {
    for (const words of ['a', 'b'.repeat(200)]) await put(words);
  });

  const remove = (name: string) => () => rmSync(inDir(`releases/${name}`));
  const write = (name: string, content: () => string | Buffer) => () =>
    writeFileSync(inDir(`releases/${name}`), content());
  const ownManifest = () => readFileSync(inDir('releases/1.sha256'));
  const otherManifest = () => readFileSync(inDir('releases/2.sha256'));

  it.each<[string, () => void, string]>([
    [
      'a file has changed',
      write('1/en/index.html', () => 'A'),
      'is damaged in 1 file: en/index.html (changed)',
    ],
    ['it is missing', remove('1.sha256'), 'can’t be checked: it lacks 1.sha256'],
    ['it has changed', write('1.sha256', otherManifest), 'can’t be checked: it lacks an unchanged 1.sha256'],
    [
      'it is cut short',
      write('1.sha256', () => ownManifest().subarray(0, 90)),
      'can’t be checked: it lacks an unchanged 1.sha256',
    ],
  ])('keeps a release from going live where %s', async (_, spoil, how) => {
    spoil();
    await expect(back()).rejects.toThrow(`Release 1 ${how}. The live site stays as it is.`);
    await expect(back(1)).rejects.toThrow(`Release 1 ${how}.`);
    expect(liveRelease(dir)).toBe(2);
    const lines: string[] = [];
    expect(await checkReleases({ dir, print: (line) => lines.push(line) })).toBe(false);
    expect(lines).toEqual(['* 2  is whole (3 files)', `  1  ${how}`]);
  });

  it('is enough to check a release whose note is lost', async () => {
    rmSync(inDir('releases/1.json'));
    expect((await back())[1]).toContain('Release 1 is live instead of 2. It is whole');
  });

  it('keeps a site from going live that changed since it was hashed', async () => {
    const { place, received } = await receive('torn', '0'.repeat(64));
    await expect(received).rejects.toThrow('in 1 file: index.html (changed). Nothing was published.');
    place.discard?.();
    expect(liveRelease(dir)).toBe(2);
  });
});

describe('a folder that is something else', () => {
  it.each(['index.html', 'package.json', 'current', 'releases'])(
    'is left alone: it has a file “%s”',
    (name) => {
      writeFileSync(inDir(name), '');
      expect(() => assertReleases(dir)).toThrow(`${dir} holds other things than releases (${name}).`);
    },
  );

  it('may be empty, or not there', () => {
    expect(() => assertReleases(dir)).not.toThrow();
    expect(() => assertReleases(inDir('new'))).not.toThrow();
    expect(liveRelease(dir)).toBeUndefined();
  });
});

describe('expiredReleases', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6], 6, 5, [1, 2]],
    [[1, 2, 3, 4, 5, 6], 6, 4, [1, 5]],
    [[1], 1, undefined, []],
    [[1, 2], 2, undefined, [1]],
  ])('of %j with %i live after %s: %j', (numbers, live, before, gone) => {
    expect(expiredReleases(numbers, live, before)).toEqual(gone);
  });
});
