/** This project's search: the modules that run in the browser, with a built index. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { emptyState, statusValues, withValues } from '@/search/facets/search-address';
import { createEngine } from '@/search/query/engine.client';
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import { benchNow } from '../../content/setting';
import type { EngineFactory } from './engine';

/** Creates the engine as in the browser, on an index in `dir`, which has all languages. `fetch` must read files: `allowFileFetch`. */
export function createOwnEngine(dir: string): EngineFactory {
  return {
    name: 'this project',
    settings: 'as it is published',
    open: (judged, locale) => {
      const root = `${pathToFileURL(path.resolve(dir)).href}/`;
      const engine = createEngine({ root, locale, tag: 'bench' });
      return Promise.resolve({
        search: async ({ text, task }) => {
          const [table, lookup] = await Promise.all([engine.table(), engine.find(text)]);
          const all = withValues(emptyState, 'status', statusValues);
          const state = task === undefined ? all : withValues(all, 'task', [task]);
          const found = filterOpportunities(table, { ...state, q: text }, lookup?.rows, Date.parse(benchNow));
          return found.rows.slice(0, 10).flatMap((row) => judged[row]?.id ?? []);
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
