import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawEntry } from '@/model/types/entry';
import { entryFile, writeEntry } from '@/sources/files/write-entry';
import { readExistingEntries, type ExistingEntries } from './existing-entries';

/** Where imported entries go. */
export interface ImportDestination {
  /** As people say it: `content`. */
  readonly name: string;
  /** What is there already. */
  readonly existing: ExistingEntries;
  /** How an entry is called there. */
  readonly entryName: (entry: Pick<RawEntry, 'type' | 'id'>) => string;
  /** Puts entries there that nobody has yet. Resolves to how many were refused. */
  readonly save: (entries: readonly RawEntry[]) => Promise<number>;
}

/** A folder, whose links may lead into the content folder too. Rejects with a `SourceError` where one can't be read. */
export async function openFolderDestination(into: string, content: string): Promise<ImportDestination> {
  return {
    name: into,
    existing: await readExistingEntries([content, into]),
    entryName: entryFile,
    save: async (entries) => {
      await saveEntries(entries, into);
      return 0;
    },
  };
}

/** Rejects where the system refuses, or where a file of that name is there: it stays as it is. */
async function saveEntry(entry: RawEntry, dir: string): Promise<void> {
  const file = path.join(dir, entryFile(entry));
  // Sources pass over names that begin with a dot, so a torn one is never read.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(partial, writeEntry(entry));
    // Unlike a rename, a link refuses where something has that name.
    await link(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Writes entries as files below `dir`, one after another. */
async function saveEntries(entries: readonly RawEntry[], dir: string): Promise<void> {
  for (const entry of entries) await saveEntry(entry, dir);
}
