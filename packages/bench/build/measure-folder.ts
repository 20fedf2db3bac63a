import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface FolderSize {
  readonly files: number;
  readonly bytes: number;
  /** Files that end in `.html`, without embeds for other sites. */
  readonly pages: number;
}

/** Counts the files in a folder and below. A missing folder counts as empty. */
export async function measureFolder(dir: string): Promise<FolderSize> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = found.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const file of files) bytes += (await stat(path.join(file.parentPath, file.name))).size;
  const isPage = ({ name, parentPath }: (typeof files)[number]) =>
    name.endsWith('.html') && path.relative(dir, parentPath).split(path.sep)[0] !== 'embed';
  return { files: files.length, bytes, pages: files.filter(isPage).length };
}
