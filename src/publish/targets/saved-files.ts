/** Files that a build saves outside the site, which must change together with the site or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface SavedFile {
  readonly file: string;
  readonly text: string;
}

export type StagedFiles = Awaited<ReturnType<typeof stageFiles>>;

/** Writes files under temporary names beside the final ones, so that little can fail once the site is live. */
export async function stageFiles(files: readonly SavedFile[]) {
  const staged = files.map((one) => ({ ...one, partial: `${one.file}.${process.pid}.partial` }));
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
    /** Renames them to their final names. Throws the system's error. */
    commit: () => {
      for (const { file, partial } of staged) renameSync(partial, file);
    },
    /** Removes those that weren't committed. */
    discard,
  };
}
