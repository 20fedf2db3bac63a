/** The engines that are compared. */
import type { EngineKind } from './engine';
import { flexsearch } from './flexsearch';
import { lunrEngine } from './lunr';
import { minisearch } from './minisearch';
import { orama } from './orama';
import { ours } from './ours';
import { pagefindAlone } from './pagefind';

/** Ours first, over its index in a folder. MiniSearch is there twice, since no one setting is its best. */
export function openEngines(indexDir: string, dir: string): EngineKind[] {
  return [
    ours(indexDir),
    pagefindAlone(dir),
    minisearch(0.2),
    minisearch(0.34),
    lunrEngine,
    orama,
    flexsearch,
  ];
}
