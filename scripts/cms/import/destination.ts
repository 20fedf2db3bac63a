import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
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

/** Opens a folder. Its links may lead into the content folder too. Rejects with a `SourceError` if an entry can't be read. */
export async function openFolderDestination(into: string, content: string): Promise<ImportDestination> {
  return {
    name: into,
    existing: await readExistingEntries([content, into]),
    entryName: entryFilePath,
    save: async (entries) => {
      await saveEntries(entries, into);
      return 0;
    },
    change: async (changes) => {
      const { save } = await openFolderStore(into);
      return save(changes);
    },
  };
}

/** Writes a whole entry or nothing. Rejects if the system refuses, or if the file exists; that one stays as it is. */
async function saveEntry(entry: RawEntry, dir: string): Promise<void> {
  const file = path.join(dir, entryFilePath(entry));
  // Sources skip names that begin with a dot, so an incomplete file is never read.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(partial, formatEntry(entry));
    // Unlike a rename, a link fails if the name exists.
    await link(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Writes entries as files below `dir`, one after another. */
async function saveEntries(entries: readonly RawEntry[], dir: string): Promise<void> {
  for (const entry of entries) await saveEntry(entry, dir);
}
