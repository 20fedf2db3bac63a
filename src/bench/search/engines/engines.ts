/** The engines that are compared. */
import type { Site } from '@/pipeline/site';
import type { EngineKind } from './engine';
import { flexsearch } from './flexsearch';
import { lunrEngine } from './lunr';
import { minisearch } from './minisearch';
import { orama } from './orama';
import { ours } from './ours';
import { pagefindAlone } from './pagefind';

/** Ours first, with its index written into a folder. MiniSearch is there twice, since no one setting is its best. */
export async function openEngines(site: Site, dir: string): Promise<EngineKind[]> {
  return [
    await ours(site, `${dir}/index`),
    pagefindAlone(dir),
    minisearch(0.2),
    minisearch(0.34),
    lunrEngine,
    orama,
    flexsearch,
  ];
}
