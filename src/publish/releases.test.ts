import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listReleases, rollBack } from './local-command';
import { releasePlace } from './release-place';
import { assertReleases, expired, liveRelease, releaseNumbers } from './releases';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'releases-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const page = () => readFileSync(path.join(dir, 'current/index.html'), 'utf8');

/** A built site of one page. */
function built(words: string): string {
  const staging = path.join(dir, '..', `${path.basename(dir)}-staging`);
  mkdirSync(staging);
  writeFileSync(path.join(staging, 'index.html'), words);
  return staging;
}

/** Publishes as a build does; what belongs to it is its note. */
async function put(words: string, finish?: () => void): Promise<void> {
  const place = await releasePlace(dir);
  try {
    await place.receive(built(words));
    const gone = place.goLive(finish ?? (() => writeFileSync(place.noteFile, '{}')));
    for (const name of gone) rmSync(name, { recursive: true, force: true });
  } finally {
    place.discard();
  }
}

async function back(to?: number): Promise<string[]> {
  const lines: string[] = [];
  await rollBack({ dir, to, print: (line) => lines.push(line) });
  return lines;
}

describe('a folder of releases', () => {
  it('leads to the newest, and keeps the three before it', async () => {
    for (const words of ['a', 'b', 'c', 'd', 'e']) await put(words);
    expect(page()).toBe('e');
    expect(releaseNumbers(dir)).toEqual([2, 3, 4, 5]);
    expect(readdirSync(path.join(dir, 'releases')).toSorted()).toEqual(
      [2, 3, 4, 5].flatMap((number) => [`${number}`, `${number}.json`]),
    );
    expect(readlinkSync(path.join(dir, 'current'))).toBe('releases/5');
  });

  it('goes back one at a time, or to one that is named, and on from there', async () => {
    for (const words of ['a', 'b', 'c']) await put(words);
    expect((await back())[0]).toBe('Release 2 is live instead of 3.');
    expect(page()).toBe('b');
    await back();
    expect(page()).toBe('a');
    await expect(back()).rejects.toThrow('has no release before the live one.');
    await back(3);
    expect(page()).toBe('c');
    await expect(back(7)).rejects.toThrow(`${dir} has no release 7. What is live stays as it is.`);
    expect(page()).toBe('c');
  });

  it('forgets what was taken back with the next publish: going back then leads to what was right', async () => {
    for (const words of ['a', 'b', 'wrong']) await put(words);
    await back();
    await put('mended');
    await back();
    expect(page()).toBe('b');
  });

  it('stays as it is where the rest fails', async () => {
    await put('a');
    const before = readdirSync(dir, { recursive: true });
    const failing = () => {
      throw new Error('The disk is full.');
    };
    await expect(put('b', failing)).rejects.toThrow('The disk is full.');
    expect(page()).toBe('a');
    expect(readdirSync(dir, { recursive: true })).toEqual(before);
  });

  it('loses what a process left that was ended by force', async () => {
    await put('a');
    mkdirSync(path.join(dir, 'releases/2.partial'));
    writeFileSync(path.join(dir, '.current.new'), '');
    await put('b');
    expect(page()).toBe('b');
    expect(existsSync(path.join(dir, 'releases/2.partial'))).toBe(false);
    expect(existsSync(path.join(dir, '.current.new'))).toBe(false);
  });

  it('is listed, the newest first', async () => {
    await put('a');
    await put('b');
    await back();
    const lines: string[] = [];
    listReleases({ dir, print: (line) => lines.push(line) });
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}2 {2}20\d\d-/),
      expect.stringMatching(/^\* 1 {2}20\d\d-/),
    ]);
  });
});

describe('a folder that is something else', () => {
  it.each(['index.html', 'package.json', 'current', 'releases'])(
    'is left alone: it has a file “%s”',
    (name) => {
      writeFileSync(path.join(dir, name), '');
      expect(() => assertReleases(dir)).toThrow(`${dir} holds other things than releases (${name}).`);
    },
  );

  it('may be empty, or not there', () => {
    expect(() => assertReleases(dir)).not.toThrow();
    expect(() => assertReleases(path.join(dir, 'new'))).not.toThrow();
    expect(liveRelease(dir)).toBeUndefined();
  });
});

describe('expired', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6], 6, 5, [1, 2]],
    [[1, 2, 3, 4, 5, 6], 6, 4, [1, 5]],
    [[1], 1, undefined, []],
    [[1, 2], 2, undefined, [1]],
  ])('of %j with %i live after %s: %j', (numbers, live, before, gone) => {
    expect(expired(numbers, live, before)).toEqual(gone);
  });
});
