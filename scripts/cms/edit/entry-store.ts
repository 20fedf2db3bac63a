/** The entries that commands add and change, wherever they are: in the content folder or in a space. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { locales, type Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { createFilesSource } from '@/sources/files/files-source';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { parseYaml } from '@/sources/files/parse-yaml';
import { toRawEntry } from '@/sources/files/read-entries';

/** An entry, and what it becomes. */
export interface EntryChange {
  /** Undefined for a new entry. */
  readonly before?: RawEntry;
  readonly after: RawEntry;
}

/** The entries of a store, as far as an import is planned by them. */
export interface ExistingEntries {
  /** Every readable entry, drafts included. */
  readonly entries: readonly RawEntry[];
  /** The ids that no new entry can have: also those of entries that can’t be read. */
  readonly ids: ReadonlySet<string>;
  /** The languages that texts can have. */
  readonly locales: readonly Locale[];
}

/** The content folder or a space. */
export interface EntryStore extends ExistingEntries {
  /** Its name in messages: `content`. */
  readonly name: string;
  /** Returns the name of an entry in messages. */
  readonly entryName: (entry: Pick<RawEntry, 'type' | 'id'>) => string;
  /**
   * Writes the changes one after another. An entry that isn't as it was when the store was opened is left as it is. Resolves
   * to the number of refused ones, which it has named.
   */
  readonly save: (changes: readonly EntryChange[]) => Promise<number>;
}

type Print = (line: string) => void;

/** True for a folder with entries of some type. */
async function hasEntries(dir: string): Promise<boolean> {
  const folders = Object.values(contentTypes).map(({ folder }) => path.join(dir, folder));
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return names.flat().some((name) => name.endsWith('.yml'));
}

/** Opens a content folder, which needn't exist yet. */
export async function openFolderStore(dir: string, print: Print): Promise<EntryStore> {
  const { entries, problems } = (await hasEntries(dir))
    ? await createFilesSource(dir).read(() => undefined)
    : { entries: [], problems: [] };
  return {
    name: dir,
    entries,
    ids: new Set([...entries, ...problems].map(({ id }) => id)),
    locales,
    entryName: entryFilePath,
    save: async (changes) => {
      let refused = 0;
      for (const { before, after } of changes) {
        const name = entryFilePath(after);
        const file = path.join(dir, name);
        const isWritten = before
          ? (await isStill(file, before)) && (await writeWhole(file, formatEntry(after), rename))
          : await writeWhole(file, formatEntry(after), link);
        if (isWritten) continue;
        const reason = before ? 'was changed by another person' : 'was made by another program';
        print(`${name} ${reason} meanwhile, and is left as it is.`);
        refused += 1;
      }
      return refused;
    },
  };
}

/** True for a file that still has the fields of an entry; false too if it can’t be read any more. */
async function isStill(file: string, { id, type, locales: texts, shared }: RawEntry): Promise<boolean> {
  try {
    const fields = parseYaml(await readFile(file, 'utf8')) as RawEntry['shared'];
    const now = toRawEntry(id, contentTypes[type], fields, file);
    return isDeepStrictEqual([now.locales, now.shared], [texts, shared]);
  } catch {
    return false;
  }
}

/** Writes a file as a whole, so that no reader sees half of it. Makes its folder if there is none. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await writeWhole(file, content, rename);
}

/** The same by `rename` or, where no file may be replaced, by `link`. Resolves to false if there is one. */
async function writeWhole(
  file: string,
  content: string | Uint8Array,
  place: (partial: string, file: string) => Promise<void>,
): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  // Sources skip names that begin with a dot, so an incomplete file is never read. Each writer has its own.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  try {
    await writeFile(partial, content);
    await place(partial, file);
    return true;
  } catch (error) {
    if (place === link && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
