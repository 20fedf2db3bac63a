/** Pictures of the files source. Entries refer to `content/media/orgs/x.png` as `/media/orgs/x.png`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Asset, Progress } from '../source';
import { OperatorError } from '@/model/operator-error';
import { createLinkError, linkFault } from './content-links';

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

/** Lists every picture below `<dir>/media`, by id; none if the folder doesn't exist. Reports links that aren't followed. */
export async function readMedia(dir: string, report: Progress): Promise<Map<string, Asset>> {
  const root = path.join(dir, 'media');
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new OperatorError(
        `${root} can’t be read (${error.code ?? error.message}).`,
        'Check the folder’s permissions.',
      );
    },
  );
  const files = names
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), isLink: entry.isSymbolicLink() }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const pictures = new Map<string, Asset>();
  for (const { file, isLink } of files) {
    const id = path.relative(root, file).split(path.sep).join('--');
    const other = pictures.get(id);
    if (other) {
      throw new OperatorError(
        `${other.where} and ${file} have the same id, ${id}: a folder counts as two hyphens.`,
        'Rename one of them, and the links to it.',
      );
    }
    const fault = isLink ? linkFault(dir, file) : undefined;
    if (fault) report(`${file} ${fault.message}: it isn’t used. ${fault.hint}`);
    const read = () => (fault ? Promise.reject(createLinkError(file, fault)) : readFile(file));
    pictures.set(id, { id, where: file, fault, read });
  }
  return pictures;
}
