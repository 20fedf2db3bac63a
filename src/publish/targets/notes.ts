/** Notes: files that a build writes outside the site, which must change together with the site or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The path and content of a note. */
export interface BuildNote {
  readonly file: string;
  readonly text: string;
}

/** Creates a note in JSON. */
export function createJsonNote(file: string, value: unknown): BuildNote {
  return { file, text: `${JSON.stringify(value, null, 2)}\n` };
}

/** Notes that are on the disk under temporary names. */
export interface StagedNotes {
  /** Renames them to their final names. Throws the system's error. */
  readonly commit: () => void;
  /** Removes those that weren't committed. */
  readonly discard: () => void;
}

/** Writes notes under temporary names beside the final ones, so that little can fail once the site is live. */
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
