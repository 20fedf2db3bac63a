/** Remembers which archived entries a migration has unarchived, so that an interruption leaves none so. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContentTypeName } from '@/model/types/entry';
import type { WireFields } from '@/sources/contentful/wire';
import { z } from 'zod';
import { ManagementError, type RequestRunner } from '../management';
import { joinEntry, type SpaceEntry, type SpaceLayout } from '../space-content';
import { hashFields, hasSameFields } from '../sync/sync-state';

const noteSchema = z.object({
  environmentCreatedAt: z.string(),
  type: z.string(),
  id: z.string(),
  /** The code of the space’s default locale. */
  defaultCode: z.string(),
  /** Hashes of the values that it was archived with. The migration stores them elsewhere, and changes none. */
  values: z.record(z.string(), z.string()),
});

type Note = z.infer<typeof noteSchema>;

/** A note with a function that removes it. */
type OpenNote = Note & { readonly end: () => Promise<void> };

/** Notes of entries that are unarchived for a moment. */
export interface ArchiveJournal {
  /** Notes an entry before it is unarchived. */
  readonly begin: (
    type: ContentTypeName,
    archived: SpaceEntry,
    layout: Pick<SpaceLayout, 'defaultCode'>,
  ) => Promise<OpenNote>;
  /** The notes that an interruption has left. */
  readonly left: () => Promise<readonly OpenNote[]>;
}

/** Hashes the values of an entry, wherever they are stored. */
const hashValues = (entry: SpaceEntry, defaultCode: string) =>
  hashFields(joinEntry(entry, { defaultCode }).fields);

/** Opens the journal in a folder. Notes about another environment of the same name don't count. */
export function openArchiveJournal(dir: string, environmentCreatedAt: string): ArchiveJournal {
  const fileOf = (id: string) => path.join(dir, `${id}.json`);
  const ending = (id: string) => ({ end: () => rm(fileOf(id), { force: true }) });
  return {
    begin: async (type, archived, { defaultCode }) => {
      const { id } = archived.sys;
      const values = hashValues(archived, defaultCode);
      const note: Note = { environmentCreatedAt, type, id, defaultCode, values };
      await mkdir(dir, { recursive: true });
      await writeFile(fileOf(id), JSON.stringify(note));
      return { ...note, ...ending(id) };
    },
    left: async () => {
      const files = await readdir(dir).catch(() => []);
      const texts = await Promise.all(files.map((file) => readFile(path.join(dir, file), 'utf8')));
      return texts.flatMap((text) => {
        // A note that was cut off was written before its entry was unarchived.
        const note = noteSchema.safeParse(parseJson(text)).data;
        return note?.environmentCreatedAt === environmentCreatedAt ? [{ ...note, ...ending(note.id) }] : [];
      });
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function archiveEntry(ask: RequestRunner, type: string, entryId: string): Promise<SpaceEntry> {
  return ask(`archiving ${type} ${entryId}`, (client) => client.entry.archive<WireFields>({ entryId }));
}

/** True if only the migration has changed an entry since it was archived. */
function isUntouched({ defaultCode, values }: Note, entry: SpaceEntry): boolean {
  return entry.sys.publishedVersion === undefined && hasSameFields(hashValues(entry, defaultCode), values);
}

/** Archives again what an interrupted run has left unarchived. Rejects with a `ManagementError`. */
export async function archiveAgain(
  ask: RequestRunner,
  left: readonly OpenNote[],
  print: (line: string) => void,
): Promise<void> {
  for (const note of left) {
    const name = `${note.type} ${note.id}`;
    const entry = await ask(`reading ${name}`, (client) =>
      client.entry.get<WireFields>({ entryId: note.id }),
    ).catch((error: unknown) => {
      if (error instanceof ManagementError && error.status === 404) return undefined;
      throw error;
    });
    if (entry && entry.sys.archivedVersion === undefined) {
      if (isUntouched(note, entry)) {
        await archiveEntry(ask, note.type, note.id);
        print(`${name} is archived again, as it was.`);
      } else print(`${name} was archived, and was changed since: it stays as it is now.`);
    }
    await note.end();
  }
}
