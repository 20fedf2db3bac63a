import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** Files that are copied before other tasks get a turn, such as the signal that ends the build. */
const filesPerTurn = 100;

/**
 * Copies the files below a folder into another, created if missing. Synchronous, one after another: Node's own `cp` takes seven
 * times as long for thousands of small files. Rejects with the system's error.
 */
export async function copyTree(from: string, to: string): Promise<void> {
  const made = new Set<string>();
  let copied = 0;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const folder = path.relative(from, entry.parentPath);
    if (!made.has(folder)) mkdirSync(path.join(to, folder), { recursive: true });
    made.add(folder);
    copyFileSync(path.join(from, folder, entry.name), path.join(to, folder, entry.name));
    if (++copied % filesPerTurn === 0) await setImmediate();
  }
}
