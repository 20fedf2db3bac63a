/** The entries that a command changes, wherever they are. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';
import type { Problem } from '@/model/problems';
import type { RawEntry } from '@/model/types/entry';
import { createFilesSource } from '@/sources/files/files-source';
import { entryFilePath, formatEntry } from '@/sources/files/format-entry';

/** An entry, and what it becomes. */
export interface EntryChange {
  readonly before: RawEntry;
  readonly after: RawEntry;
}

/** The content folder or a space. */
export interface EntryStore {
  /** Its name in messages: `content`. */
  readonly name: string;
  /** Every readable entry, drafts included. */
  readonly entries: readonly RawEntry[];
  /** The problems of entries that can’t be read. */
  readonly problems: readonly Problem[];
  /** The reason why an entry can't be changed by a command; undefined if it can. */
  readonly explainLocked: (entry: RawEntry) => string | undefined;
  /** Writes the changes one after another. Resolves to the number of refused ones, which it has named. */
  readonly save: (changes: readonly EntryChange[]) => Promise<number>;
}

/** Opens a content folder. Rejects with an `OperatorError` if it can't be read. */
export async function openFolderStore(dir: string): Promise<EntryStore> {
  const { entries, problems } = await createFilesSource(dir).read(() => undefined);
  const files = entries.map((entry) => path.join(dir, entryFilePath(entry)));
  const texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
  return {
    name: dir,
    entries,
    problems,
    explainLocked: () => undefined,
    save: async (changes) => {
      for (const { after } of changes) {
        const file = path.join(dir, entryFilePath(after));
        if ((await readFile(file, 'utf8')) !== texts.get(file))
          throw new OperatorError(
            `${file} was changed while the command ran, and is left as it is.`,
            'Run the command again: it continues with the rest.',
          );
        const text = formatEntry(after);
        await replaceFile(file, text);
        texts.set(file, text);
      }
      return 0;
    },
  };
}

/** Writes a file as a whole, so that no reader sees half of it. Makes its folder if there is none. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // Sources skip names that begin with a dot.
  const partial = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    await writeFile(partial, content, { flag: 'wx' });
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
