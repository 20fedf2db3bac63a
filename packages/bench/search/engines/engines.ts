/** Loads the engines that this search is compared with. */
import { createBm25 } from './bm25';
import type { EngineFactory } from './engine';
import { createPagefindEngine } from './pagefind';
import { ensurePackages } from '../../packages';

/**
 * Loads the rivals, and installs them if they are missing. MiniSearch has two settings, since neither is always the better
 * one; `OR` finds any of the words. Pagefind writes its index into `dir`.
 */
export async function loadRivals(dir: string, print: (line: string) => void): Promise<EngineFactory[]> {
  ensurePackages(print);
  const { createMiniSearch } = await import('./minisearch');
  return [
    createBm25(true),
    createBm25(false),
    createPagefindEngine(dir),
    createMiniSearch(0.2),
    createMiniSearch(0.34),
    createMiniSearch(0.2, 'OR'),
  ];
}
