import type { RawEntry } from '@/model/types/entry';
import { entryFilePath } from '@/sources/files/format-entry';
import { knownIn, type Known } from './known-entries';
import { saveEntries } from './save';

/** Where imported entries go. */
export interface ImportDestination {
  /** As people say it: `content`. */
  readonly name: string;
  /** What is there already. */
  readonly known: Known;
  /** How an entry is called there. */
  readonly nameOf: (entry: Pick<RawEntry, 'type' | 'id'>) => string;
  /** Puts entries there that nobody has yet. Resolves to how many were refused. */
  readonly save: (entries: readonly RawEntry[]) => Promise<number>;
}

/** A folder, whose links may lead into the content folder too. Rejects with a `SourceError` where one can't be read. */
export async function folderDestination(into: string, content: string): Promise<ImportDestination> {
  return {
    name: into,
    known: await knownIn([content, into]),
    nameOf: entryFilePath,
    save: async (entries) => {
      await saveEntries(entries, into);
      return 0;
    },
  };
}
