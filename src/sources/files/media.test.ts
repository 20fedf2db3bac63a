import { symlink } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { readMedia } from './media';

const content = temporaryFolder();
beforeEach(() => {
  content.write('media/orgs/x.png', 'x');
});

describe('readMedia', () => {
  it('has a folder in the id as two hyphens', async () => {
    expect([...(await readMedia(content.at(), () => undefined)).keys()]).toEqual(['orgs--x.png']);
  });

  it('refuses two pictures with one id, of which one would be shown for the other', async () => {
    content.write('media/orgs--x.png', 'y');
    await expect(readMedia(content.at(), () => undefined)).rejects.toThrow('have the same id, orgs--x.png');
  });

  it('follows a link to a picture of the content, and names any other', async () => {
    await symlink('orgs/x.png', content.at('media/same.png'));
    await symlink('/etc/hostname', content.at('media/host.png'));
    await symlink('gone.png', content.at('media/nothing.png'));
    await symlink('loop', content.at('media/loop'));
    await symlink('..', content.at('media/orgs/up'));
    const said: string[] = [];
    const pictures = await readMedia(content.at(), (line) => said.push(line));
    const usable = [...pictures.values()].filter(({ fault }) => !fault);
    expect(usable.map(({ id }) => id)).toEqual(['orgs--x.png', 'same.png']);
    await expect(pictures.get('host.png')?.read()).rejects.toThrow('outside of the content folder');
    const isLink = (name: string, reason: string) =>
      `${content.at('media', name)} is a link to ${reason}: it isn’t used. Put what it leads to in its place, or delete it.`;
    expect(said.toSorted()).toEqual([
      isLink('host.png', '/etc/hostname, outside of the content folder'),
      isLink('loop', 'loop, which can’t be found'),
      isLink('nothing.png', 'gone.png, which can’t be found'),
      isLink('orgs/up', '.., a folder, and only links to files are followed'),
    ]);
  });
});
