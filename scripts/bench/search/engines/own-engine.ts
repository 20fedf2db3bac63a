/** This project's search: the modules that run in the browser, with a built index. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { emptyState, withValues } from '@/search/facets/search-address';
import { createEngine, type SearchEngine } from '@/search/query/engine.client';
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import { statusValues } from '@/search/facets/search-address';
import { benchNow } from '@scripts/bench/content/setting';
import type { EngineFactory } from './engine';

/** Opens the search of a language as in the browser, on an index in `dir`. `fetch` must read files: `allowFileFetch`. */
function openFolderEngine(dir: string, locale: string): SearchEngine {
  return createEngine({ root: `${pathToFileURL(path.resolve(dir)).href}/`, locale, tag: 'bench' });
}

/** Creates this project's engine on an index in `dir`, which has all languages. */
export function createOwnEngine(dir: string): EngineFactory {
  return {
    name: 'this project',
    settings: 'as it is published',
    open: (judged, locale) => {
      const engine = openFolderEngine(dir, locale);
      return Promise.resolve({
        search: async ({ text, task, limit = 10 }) => {
          const [table, lookup] = await Promise.all([engine.table(), engine.find(text)]);
          const all = withValues(emptyState, 'status', statusValues);
          const state = task === undefined ? all : withValues(all, 'task', [task]);
          const found = filterOpportunities(table, { ...state, q: text }, lookup?.rows, Date.parse(benchNow));
          return found.rows.slice(0, limit).flatMap((row) => judged[row]?.id ?? []);
        },
      });
    },
  };
}

/** Lets `fetch` read `file:` addresses, without their query, so that browser code can run on a folder. */
export function allowFileFetch(): void {
  const load = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    if (!address.startsWith('file:')) return load(input, init);
    const file = new URL(address);
    file.search = '';
    return readFile(fileURLToPath(file)).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  };
}
