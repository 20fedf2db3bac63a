import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMedia } from './media';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ov-media-'));
  await mkdir(path.join(dir, 'media/orgs'), { recursive: true });
  await writeFile(path.join(dir, 'media/orgs/x.png'), 'x');
});
afterEach(() => rm(dir, { recursive: true }));

describe('readMedia', () => {
  it('has a folder in the id as two hyphens', async () => {
    expect([...(await readMedia(dir)).keys()]).toEqual(['orgs--x.png']);
  });

  it('refuses two pictures with one id, of which one would be shown for the other', async () => {
    await writeFile(path.join(dir, 'media/orgs--x.png'), 'y');
    await expect(readMedia(dir)).rejects.toThrow('have the same id, orgs--x.png');
  });

  it('has none without a folder', async () => {
    expect(await readMedia(path.join(dir, 'nowhere'))).toEqual(new Map());
  });
});
