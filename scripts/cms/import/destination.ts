/** Where an import puts its entries, and the content folder as such a place. */
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openFolderStore, type EntryChange } from '../edit/entry-store';
import type { RawEntry } from '@/model/types/entry';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { readExistingEntries, type ExistingEntries } from './existing-entries';

/** The destination of imported entries. */
export interface ImportDestination {
  /** Its name in messages: `content`. */
  readonly name: string;
  /** The entries that it already has. */
  readonly existing: ExistingEntries;
  /** Returns the name of an entry in messages. */
  readonly entryName: (entry: Pick<RawEntry, 'type' | 'id'>) => string;
  /** Adds new entries. Resolves to the number of refused ones. */
  readonly save: (entries: readonly RawEntry[]) => Promise<number>;
  /** Changes entries that it has. Resolves to the number of refused ones. */
  readonly change: (changes: readonly EntryChange[]) => Promise<number>;
}

/** Opens a content folder. Rejects with an `OperatorError` if an entry can't be read. */
export async function openFolderDestination(
  dir: string,
  print: (line: string) => void,
): Promise<ImportDestination> {
  /** Runs `save` with each, and names those that it refuses. */
  const saveEach = async <T>(
    all: readonly T[],
    entryOf: (one: T) => RawEntry,
    save: (one: T) => Promise<boolean>,
    reason: string,
  ) => {
    let refused = 0;
    for (const one of all) {
      if (await save(one)) continue;
      print(`${entryFilePath(entryOf(one))} ${reason} meanwhile, and is left as it is.`);
      refused += 1;
    }
    return refused;
  };
  return {
    name: dir,
    existing: await readExistingEntries(dir),
    entryName: entryFilePath,
    save: (entries) =>
      saveEach(
        entries,
        (entry) => entry,
        (entry) => saveEntry(entry, dir),
        'was made by another program',
      ),
    change: async (changes) => {
      const store = await openFolderStore(dir);
      const present = new Map(store.entries.map((entry) => [nameOf(entry), entry]));
      const save = async (one: EntryChange) => {
        const now = present.get(nameOf(one.before));
        return now !== undefined && isAsBefore(now, one.before) && (await store.save([one])) === 0;
      };
      return saveEach(changes, ({ before }) => before, save, 'was changed by another person');
    },
  };
}

const nameOf = ({ type, id }: RawEntry) => `${type}/${id}`;

/** True for an entry that says what it said when the import was planned. */
const isAsBefore = (present: RawEntry, before: RawEntry): boolean =>
  isDeepStrictEqual([present.shared, present.locales], [before.shared, before.locales]);

/** Writes a whole entry or nothing. Resolves to false if the file exists, which stays as it is. */
async function saveEntry(entry: RawEntry, dir: string): Promise<boolean> {
  const file = path.join(dir, entryFilePath(entry));
  // Sources skip names that begin with a dot, so an incomplete file is never read.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(partial, formatEntry(entry));
    // Unlike a rename, a link fails if the name exists.
    await link(partial, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
