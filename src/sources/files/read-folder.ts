/** Reads folders of the content. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import { leavesOut } from '../entry-size';

/** The fault of any symbolic link in the content folder: what it leads to may not be meant for the site. */
export const linkFault = leavesOut(
  'file-link',
  'is a symbolic link, and links aren’t followed',
  'Put what it leads to in its place, or delete it.',
);

export const createUnreadableError = (place: string, error: NodeJS.ErrnoException) =>
  new OperatorError(`${place} can’t be read (${error.code ?? error.message}).`, 'Check its permissions.');

/**
 * Lists everything in a folder and its folders by path, without names that begin with a dot; nothing if the folder doesn't
 * exist. Rejects with an `OperatorError`.
 */
export async function readFolder(
  folder: string,
): Promise<readonly { readonly file: string; readonly entry: Dirent }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw createUnreadableError(folder, error);
    },
  );
  const isHidden = (file: string) =>
    path
      .relative(folder, file)
      .split(path.sep)
      .some((name) => name.startsWith('.'));
  return found
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), entry }))
    .filter(({ file }) => !isHidden(file))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
