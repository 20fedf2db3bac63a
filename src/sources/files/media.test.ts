import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTempFolder } from '@/config/temp-folder.fixture';
import { readMedia } from './media';

let dir = '';
inTempFolder(async (folder) => {
  dir = folder;
  await mkdir(path.join(dir, 'media/orgs'), { recursive: true });
  await writeFile(path.join(dir, 'media/orgs/x.png'), 'x');
});

describe('readMedia', () => {
  it('has a folder in the id as two hyphens', async () => {
    expect([...(await readMedia(dir, () => undefined)).keys()]).toEqual(['orgs--x.png']);
  });

  it('refuses two pictures with one id, of which one would be shown for the other', async () => {
    await writeFile(path.join(dir, 'media/orgs--x.png'), 'y');
    await expect(readMedia(dir, () => undefined)).rejects.toThrow('have the same id, orgs--x.png');
  });

  it('follows a link to a picture of the content, and names any other', async () => {
    await symlink('orgs/x.png', path.join(dir, 'media/same.png'));
    await symlink('/etc/hostname', path.join(dir, 'media/host.png'));
    await symlink('gone.png', path.join(dir, 'media/nothing.png'));
    await symlink('loop', path.join(dir, 'media/loop'));
    await symlink('..', path.join(dir, 'media/orgs/up'));
    const said: string[] = [];
    const pictures = await readMedia(dir, (line) => said.push(line));
    const usable = [...pictures.values()].filter(({ fault }) => !fault);
    expect(usable.map(({ id }) => id)).toEqual(['orgs--x.png', 'same.png']);
    await expect(pictures.get('host.png')?.read()).rejects.toThrow('outside of the content folder');
    const isLink = (name: string, reason: string) =>
      `${dir}/media/${name} is a link to ${reason}: it isn’t used. Put what it leads to in its place, or delete it.`;
    expect(said.toSorted()).toEqual([
      isLink('host.png', '/etc/hostname, outside of the content folder'),
      isLink('loop', 'loop, which can’t be found'),
      isLink('nothing.png', 'gone.png, which can’t be found'),
      isLink('orgs/up', '.., a folder, and only links to files are followed'),
    ]);
  });

  it('has none without a folder', async () => {
    expect(await readMedia(path.join(dir, 'nowhere'), () => undefined)).toEqual(new Map());
  });
});
