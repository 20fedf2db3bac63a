/** What a build keeps beside the site: it must come true together with the site, or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to be. */
export interface BuildNote {
  readonly file: string;
  readonly text: string;
}

/** A note that tools read. */
export function jsonNote(file: string, value: unknown): BuildNote {
  return { file, text: `${JSON.stringify(value, null, 2)}\n` };
}

/** Notes that are on the disk, but not in their places yet. */
export interface StagedNotes {
  /** Puts them in their places. Throws where the system refuses. */
  readonly commit: () => void;
  /** Removes what is not in its place. */
  readonly discard: () => void;
}

/** Writes notes beside their places, so that little is left that can fail once the site is live. */
export async function stageNotes(notes: readonly BuildNote[]): Promise<StagedNotes> {
  const staged = notes.map((note) => ({ ...note, partial: `${note.file}.${process.pid}.partial` }));
  const discard = () => {
    for (const { partial } of staged) rmSync(partial, { force: true });
  };
  try {
    for (const { file, partial, text } of staged) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(partial, text, { flush: true });
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    commit: () => {
      for (const { file, partial } of staged) renameSync(partial, file);
    },
    discard,
  };
}
