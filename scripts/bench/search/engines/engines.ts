/** The engines that are compared. */
import { fileURLToPath } from 'node:url';
import { installPackages } from '@scripts/install/own-packages';
import type { EngineFactory } from './engine';
import { createPagefindEngine } from './pagefind';

/** Only the comparison needs the other engines: they have a lock file of their own. */
const folder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The engines that ours is compared with, which are installed first where they aren't there. MiniSearch is there twice,
 * since no one setting is its best. Pagefind writes its index into a folder.
 */
export async function loadOtherEngines(dir: string, print: (line: string) => void): Promise<EngineFactory[]> {
  installPackages({ folder, name: 'MiniSearch, Lunr, Orama and FlexSearch' }, print);
  const [{ createMiniSearch }, { lunrEngine }, { oramaEngine }, { flexsearchEngine }] = await Promise.all([
    import('./minisearch'),
    import('./lunr'),
    import('./orama'),
    import('./flexsearch'),
  ]);
  return [
    createPagefindEngine(dir),
    createMiniSearch(0.2),
    createMiniSearch(0.34),
    lunrEngine,
    oramaEngine,
    flexsearchEngine,
  ];
}
