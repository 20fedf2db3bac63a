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

  it('names links, and doesn’t follow them', async () => {
    await symlink('orgs/x.png', content.at('media/same.png'));
    await symlink('..', content.at('media/orgs/up'));
    const said: string[] = [];
    const pictures = await readMedia(content.at(), (line) => said.push(line));
    expect([...pictures.keys()]).toEqual(['orgs--x.png']);
    expect(said).toEqual(
      ['orgs/up', 'same.png'].map(
        (name) =>
          `${content.at('media', name)} is a symbolic link, and links aren’t followed: it isn’t used. Put what it leads to in its place, or delete it.`,
      ),
    );
  });
});
