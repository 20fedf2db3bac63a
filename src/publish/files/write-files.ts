import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** A file to be. */
export interface TextFile {
  /** From the root of the site. */
  readonly path: string;
  readonly text: string;
}

/** Files that are written before others get their turn, such as the signal that ends the build. */
const atATime = 20;

/**
 * Writes files below a folder, each when it has been made. At once: waiting for each takes several times as long as
 * writing it. Resolves to their number; rejects with what the system says, or where it is told to stop.
 */
export async function writeFiles(
  outDir: string,
  files: Iterable<TextFile>,
  signal: AbortSignal,
): Promise<number> {
  const folders = new Set<string>();
  let written = 0;
  for (const { path: name, text } of files) {
    if (written % atATime === 0) await setImmediate();
    signal.throwIfAborted();
    const file = path.join(outDir, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(file, text);
    written += 1;
  }
  return written;
}
