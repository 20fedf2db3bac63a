import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** Files that are copied before others get their turn, such as the signal that ends the build. */
const atATime = 100;

/**
 * Copies the files below a folder into another, which need not be there: all, or those whose path in it (`en/index.html`)
 * is `wanted`. One after another and at once: Node's own `cp` takes seven times as long for thousands of small files.
 * Rejects with what the system says.
 */
export async function copyTree(
  from: string,
  to: string,
  wanted: (name: string) => boolean = () => true,
): Promise<void> {
  const made = new Set<string>();
  let copied = 0;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const folder = path.relative(from, entry.parentPath);
    if (!wanted(path.join(folder, entry.name).split(path.sep).join('/'))) continue;
    if (!made.has(folder)) mkdirSync(path.join(to, folder), { recursive: true });
    made.add(folder);
    copyFileSync(path.join(from, folder, entry.name), path.join(to, folder, entry.name));
    if (++copied % atATime === 0) await setImmediate();
  }
}
