/** Loads the engines that ours is compared with. */
import { fileURLToPath } from 'node:url';
import { installPackages } from '@scripts/install/command-packages';
import type { EngineFactory } from './engine';
import { createPagefindEngine } from './pagefind';

/** The other engines have their own lock file, since only the comparison needs them. */
const folder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads the other engines, and installs them if they are missing. MiniSearch has two settings, since neither is always
 * the better one. Pagefind writes its index into `dir`. `forQuestions` adds engines that find any of the words.
 */
export async function loadOtherEngines(
  dir: string,
  print: (line: string) => void,
  forQuestions = false,
): Promise<EngineFactory[]> {
  installPackages({ folder, name: 'MiniSearch, Lunr, Orama and FlexSearch' }, print);
  const [{ createMiniSearch }, { lunrEngine }, { oramaEngine }, { flexsearchEngine }, { createBm25 }] =
    await Promise.all([
      import('./minisearch'),
      import('./lunr'),
      import('./orama'),
      import('./flexsearch'),
      import('./bm25'),
    ]);
  const anyWord = [createMiniSearch(0.2, 'OR'), createBm25(true)];
  return [
    ...(forQuestions ? anyWord : []),
    createPagefindEngine(dir),
    createMiniSearch(0.2),
    createMiniSearch(0.34),
    lunrEngine,
    oramaEngine,
    flexsearchEngine,
  ];
}
