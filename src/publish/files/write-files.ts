import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** The path and content of a text file. */
export interface TextFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/** Files that are written before other tasks get a turn, such as the signal that ends the build. */
const filesPerTurn = 20;

/**
 * Writes files below a folder, each when it has been generated; undefined stands for one that needn't be written.
 * Synchronous: awaiting each takes several times as long. Resolves to the number of all; rejects with the system's error or
 * the signal's reason.
 */
export async function writeFiles(
  outDir: string,
  files: Iterable<TextFile | undefined>,
  signal: AbortSignal,
): Promise<number> {
  const folders = new Set<string>();
  let written = 0;
  for (const made of files) {
    if (written % filesPerTurn === 0) await setImmediate();
    signal.throwIfAborted();
    written += 1;
    if (!made) continue;
    const { path: name, text } = made;
    const file = path.join(outDir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, text);
  }
  return written;
}
