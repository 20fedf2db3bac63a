/** Loads the engines that ours is compared with. */
import { fileURLToPath } from 'node:url';
import { installPackages } from '@scripts/install/command-packages';
import type { EngineFactory } from './engine';
import { createPagefindEngine } from './pagefind';

/** The other engines have their own lock file, since only the comparison needs them. */
const folder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads the other engines, and installs them if they are missing. MiniSearch has two settings, since neither is always
 * the better one. Pagefind writes its index into `dir`.
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
