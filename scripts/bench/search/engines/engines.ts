/** The engines that are compared. */
import { fileURLToPath } from 'node:url';
import { installPackages } from '@scripts/install/command-packages';
import type { EngineKind } from './engine';
import { pagefindAlone } from './pagefind';

/** Only the comparison needs the other engines: they have a lock file of their own. */
const folder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The engines that ours is compared with, which are installed first where they aren't there. MiniSearch is there twice,
 * since no one setting is its best. Pagefind writes its index into a folder.
 */
export async function openOthers(dir: string, print: (line: string) => void): Promise<EngineKind[]> {
  installPackages({ folder, name: 'MiniSearch, Lunr, Orama and FlexSearch' }, print);
  const [{ minisearch }, { lunrEngine }, { orama }, { flexsearch }] = await Promise.all([
    import('./minisearch'),
    import('./lunr'),
    import('./orama'),
    import('./flexsearch'),
  ]);
  return [pagefindAlone(dir), minisearch(0.2), minisearch(0.34), lunrEngine, orama, flexsearch];
}
