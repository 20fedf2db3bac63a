/** The file in which pushes and pulls record the state on which files and space last agreed. */
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { hasSameFields, type KnownStates, type SyncState } from './sync-state';

/** The folder of all records. */
const syncRecordDir = '.local/contentful';

/** The recorded states of the entries and assets of a space, by `opportunity/x` or `picture/x.png`. */
export interface SyncRecord {
  readonly known: (key: string) => KnownStates;
  /** Records a state before it is written. After an interruption the next push knows by it that the change was its own. */
  readonly intend: (key: string, stateSchema: SyncState) => Promise<void>;
  /** Records a state on which files and space agree. */
  readonly confirm: (key: string, state: SyncState) => Promise<void>;
}

/** A record that knows and stores nothing, for imports, which belong to no folder. */
export const noSyncRecord: SyncRecord = {
  known: () => ({}),
  intend: () => Promise.resolve(),
  confirm: () => Promise.resolve(),
};

const state = z.object({
  fields: z.record(z.string(), z.string()),
  publishedVersion: z.number().optional(),
});

const lineSchema = z.union([
  z.object({ environmentCreatedAt: z.string() }),
  z.object({ key: z.string(), seen: state.optional(), intended: state.optional() }),
]);

/** Returns the path of a record. Each content folder has its own for each space and environment. */
export function syncRecordFile(
  { space, environment }: { readonly space: string; readonly environment: string },
  contentDir: string,
  dir = syncRecordDir,
): string {
  const name = path.relative('.', contentDir).split(path.sep).join('--');
  return path.join(dir, space, environment, `${name}.jsonl`);
}

/** Reads the lines of a record. It skips incomplete lines and those of other versions. */
async function readLines(file: string): Promise<z.infer<typeof lineSchema>[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((json) => {
    try {
      return [lineSchema.parse(JSON.parse(json))];
    } catch {
      return [];
    }
  });
}

/**
 * Opens a record. It is valid only for the environment that it was written for: an environment that was deleted and
 * created again under the same name has other content. Each change adds a line, so that an interruption loses none.
 */
export async function openSyncRecord(file: string, environmentCreatedAt: string): Promise<SyncRecord> {
  const lines = await readLines(file);
  const isOfEnvironment = lines.some(
    (one) => 'environmentCreatedAt' in one && one.environmentCreatedAt === environmentCreatedAt,
  );
  const states = new Map<string, KnownStates>();
  if (isOfEnvironment) {
    for (const one of lines)
      if ('key' in one) states.set(one.key, { seen: one.seen, intended: one.intended });
  }
  let isCompact = false;
  const writeStates = async (key: string, known: KnownStates) => {
    states.set(key, known);
    if (isCompact) {
      await appendFile(file, `${JSON.stringify({ key, ...known })}\n`);
      return;
    }
    const all = [{ environmentCreatedAt }, ...[...states].map(([name, one]) => ({ key: name, ...one }))];
    const partial = `${file}.${process.pid}`;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(partial, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
    await rename(partial, file);
    isCompact = true;
  };
  return {
    known: (key) => states.get(key) ?? {},
    intend: (key, intended) => writeStates(key, { seen: states.get(key)?.seen, intended }),
    confirm: async (key, seen) => {
      const before = states.get(key);
      const isRemembered =
        before?.seen?.publishedVersion === seen.publishedVersion &&
        hasSameFields(before?.seen?.fields ?? {}, seen.fields);
      if (!isRemembered || before?.intended) await writeStates(key, { seen });
    },
  };
}
