/** Work on thousands of files, synchronous where awaiting each would take several times as long. */
import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createPlacer } from '@/cache/folder-files';

/**
 * Goes through items, and gives other tasks a turn after every so many of them, such as the signal that ends the build. Rejects
 * with the reason of `signal`.
 */
export async function* inTurns<Item>(
  items: Iterable<Item>,
  perTurn = 100,
  signal?: AbortSignal,
): AsyncGenerator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ % perTurn === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    yield item;
  }
}

/** Copies the files below a folder into another, created if missing. Rejects with the system's error. */
export async function copyTree(from: string, to: string): Promise<void> {
  const place = createPlacer(to);
  for await (const entry of inTurns(readdirSync(from, { recursive: true, withFileTypes: true }))) {
    if (entry.isDirectory()) continue;
    const file = path.join(entry.parentPath, entry.name);
    copyFileSync(file, place(path.relative(from, file)));
  }
}

/** Returns the paths of all files below a folder, from its root: `/en/index.html`. */
export function listFiles(folder: string): Set<string> {
  const files = new Set<string>();
  // Synchronous, since there are tens of thousands; folder by folder, since Node asks again for the kind of each file otherwise.
  const visit = (within: string) => {
    for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
      const place = `${within}/${entry.name}`;
      if (entry.isDirectory()) visit(place);
      else if (entry.isFile()) files.add(place);
    }
  };
  visit('');
  return files;
}
