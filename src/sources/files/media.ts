/** Pictures of the files source: `content/media/orgs/x.png` is written `/media/orgs/x.png` in an entry. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Asset } from '../source';
import { SourceError } from '../source';

const publicFolder = '/media/';

/**
 * The asset id of a picture's address in an entry: `/media/orgs/x.png -> orgs--x.png`. What is no such address is
 * returned as it is, and will be found missing.
 */
export function assetIdOf(address: string): string {
  return address.startsWith(publicFolder)
    ? address.slice(publicFolder.length).replaceAll('/', '--')
    : address;
}

/** Where a picture lies below the media folder, by its asset id: `orgs--x.png -> orgs/x.png`. */
export function placeOf(id: string): string {
  return id.replaceAll('--', '/');
}

/** The address of a picture by its asset id: `orgs--x.png -> /media/orgs/x.png`. What can be no id stays as it is. */
export function addressOf(id: string): string {
  return id.includes('/') ? id : `${publicFolder}${placeOf(id)}`;
}

/** Every picture below `<dir>/media`, by id; none where the folder doesn't exist. */
export async function readMedia(dir: string): Promise<Map<string, Asset>> {
  const root = path.join(dir, 'media');
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new SourceError(
        `${root} can’t be read (${error.code ?? error.message}).`,
        'Check the folder’s permissions.',
      );
    },
  );
  const files = names
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((file) => {
      const id = path.relative(root, file).split(path.sep).join('--');
      return [id, { id, where: file, read: () => readFile(file) }];
    }),
  );
}
