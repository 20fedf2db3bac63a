/** Where a space is stored: in memory, or in a folder that keeps it. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeExport, type SpaceExport } from './export-format.ts';
import { isRecord } from './json.ts';
import type { Files, Space } from './space.ts';

/** A space can't be served. The message says why, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The bytes of files by path; those that are large can be read when they are asked for. */
export type FileContents = ReadonlyMap<string, Uint8Array | (() => Promise<Uint8Array>)>;

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Reads an export; undefined if the file doesn't exist. Rejects with a `StartError` if it is no export. */
export async function readExportFile(file: string): Promise<SpaceExport | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isRecord(value)) return value;
    throw new TypeError('it holds no object');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new StartError(
      `${file} can’t be read as the export of a space: ${error instanceof Error ? error.message : String(error)}. Export it again, or delete it.`,
    );
  }
}

export interface Storage {
  readonly files: Files;
  /** Stores the space as it is when earlier calls are done; several calls may become one. */
  readonly save: (space: Space) => Promise<void>;
}

/** Stores files in memory, and nothing else. */
export function createMemory(contents: FileContents = new Map()): Storage {
  const files = new Map(contents);
  return {
    files: {
      read: async (name) => {
        const found = files.get(name);
        return typeof found === 'function' ? found() : found;
      },
      write: async (name, bytes) => void files.set(name, bytes),
    },
    save: async () => undefined,
  };
}

/** The file with the space itself in a folder. */
export const spaceFile = (dir: string) => path.join(dir, 'space.json');

/** Stores a space in a folder: `space.json`, and beside it the files of assets by the paths of their addresses. */
export function openFolder(dir: string): Storage {
  const locate = (name: string) => {
    const file = path.resolve(dir, name);
    // A name may have come from anywhere.
    return file.startsWith(path.resolve(dir) + path.sep) ? file : undefined;
  };
  let lastSave = Promise.resolve();
  let nextSave: Promise<void> | undefined;
  return {
    files: {
      read: async (name) => {
        const file = locate(name);
        return file === undefined ? undefined : readFile(file).catch(() => undefined);
      },
      write: async (name, bytes) => {
        const file = locate(name);
        if (file === undefined) throw new Error(`${name} is outside of the folder.`);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, bytes);
      },
    },
    save: (space) => {
      nextSave ??= lastSave.then(async () => {
        nextSave = undefined;
        await mkdir(dir, { recursive: true });
        // A file that is only half written would be worse than an older one.
        await writeFile(`${spaceFile(dir)}.new`, JSON.stringify(writeExport(space), undefined, 2));
        await rename(`${spaceFile(dir)}.new`, spaceFile(dir));
      });
      lastSave = nextSave;
      return nextSave;
    },
  };
}
