/** Pictures of the files source. Entries refer to `content/media/orgs/x.png` as `/media/orgs/x.png`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Asset, Progress } from '../source';
import { OperatorError } from '@/model/operator-error';
import { linkFault, readFolder } from './read-folder';

const publicFolder = '/media/';

/**
 * Returns the asset id for a picture's address in an entry: `/media/orgs/x.png -> orgs--x.png`. Any other text is
 * returned unchanged; a later step reports it as a missing picture.
 */
export function pictureAssetId(address: string): string {
  return address.startsWith(publicFolder)
    ? address.slice(publicFolder.length).replaceAll('/', '--')
    : address;
}

/** Returns a picture's path below the media folder, by its asset id: `orgs--x.png -> orgs/x.png`. */
export function picturePath(id: string): string {
  return id.replaceAll('--', '/');
}

/** Returns a picture's address by its asset id: `orgs--x.png -> /media/orgs/x.png`. A text that can't be an id stays. */
export function pictureAddress(id: string): string {
  return id.includes('/') ? id : `${publicFolder}${picturePath(id)}`;
}

/** Lists every picture below `<dir>/media`, by id; none if the folder doesn't exist. Reports links. */
export async function readMedia(dir: string, report: Progress): Promise<Map<string, Asset>> {
  const root = path.join(dir, 'media');
  const pictures = new Map<string, Asset>();
  for (const { file, entry } of await readFolder(root)) {
    if (entry.isSymbolicLink()) report(`${file} ${linkFault.message}: it isn’t used. ${linkFault.hint}`);
    if (!entry.isFile()) continue;
    const id = path.relative(root, file).split(path.sep).join('--');
    const other = pictures.get(id);
    if (other) {
      throw new OperatorError(
        `${other.where} and ${file} have the same id, ${id}: a folder counts as two hyphens.`,
        'Rename one of them, and the links to it.',
      );
    }
    pictures.set(id, { id, where: file, read: () => readFile(file) });
  }
  return pictures;
}
