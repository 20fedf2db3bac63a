import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openFolderStore, type EntryChange, type EntryStore } from '../edit/entry-store';
import type { RawEntry } from '@/model/types/entry';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';
import { hasEntries, readExistingEntries, type ExistingEntries } from './existing-entries';

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

/**
 * Opens a folder. Its links may lead into the content folder too, and so do changes of entries that are there. Rejects with
 * an `OperatorError` if an entry can't be read.
 */
export async function openFolderDestination(
  into: string,
  content: string,
  print: (line: string) => void,
): Promise<ImportDestination> {
  return {
    name: into,
    existing: await readExistingEntries([content, into]),
    entryName: entryFilePath,
    save: async (entries) => {
      let refused = 0;
      for (const entry of entries) {
        if (await saveEntry(entry, into)) continue;
        print(`${entryFilePath(entry)} was made by another program meanwhile, and is left as it is.`);
        refused += 1;
      }
      return refused;
    },
    change: async (changes) => {
      const folders = [...new Set([into, content].map((dir) => path.normalize(dir)))];
      const stores: EntryStore[] = [];
      for (const dir of folders) if (await hasEntries(dir)) stores.push(await openFolderStore(dir));
      const present = new Map(
        stores
          .toReversed()
          .flatMap((store) => store.entries.map((entry) => [nameOf(entry), { store, entry }])),
      );
      let refused = 0;
      for (const one of changes) {
        const found = present.get(nameOf(one.before));
        if (found && isAsBefore(found.entry, one.before)) {
          refused += await found.store.save([one]);
        } else {
          print(
            `${entryFilePath(one.before)} was changed by another person meanwhile, and is left as it is.`,
          );
          refused += 1;
        }
      }
      return refused;
    },
  };
}

const nameOf = ({ type, id }: RawEntry) => `${type}/${id}`;

/** True for an entry that says what it said when the import was planned. */
function isAsBefore(present: RawEntry, before: RawEntry): boolean {
  return (
    isDeepStrictEqual(present.shared, before.shared) && isDeepStrictEqual(present.locales, before.locales)
  );
}

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
