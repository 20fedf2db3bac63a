/** The site's search: the modules that run in the browser, with a built index. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locale } from '@/i18n/locales';
import { emptyState, statusValues, withValues } from '@/search/facets/search-address';
import { createEngine } from '@/search/query/engine.client';
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import { benchNow } from '../content/setting';
import type { JudgedOpportunity } from './cases/judgements';

interface EngineQuery {
  readonly text: string;
  /** The task type that results are narrowed to. */
  readonly task?: string | undefined;
}

/** Resolves to the ids of the best results, best first, at most ten. */
export type Search = (asked: EngineQuery) => Promise<readonly string[]>;

/**
 * Searches in the opportunities of a language as the browser does, on an index in `dir`, which has all languages. `fetch`
 * must read files: `allowFileFetch`.
 */
export function openSearch(dir: string, judged: readonly JudgedOpportunity[], locale: Locale): Search {
  const root = `${pathToFileURL(path.resolve(dir)).href}/`;
  const engine = createEngine({ root, locale, tag: 'bench' });
  return async ({ text, task }) => {
    const [table, lookup] = await Promise.all([engine.table(), engine.find(text)]);
    const all = withValues(emptyState, 'status', statusValues);
    const state = task === undefined ? all : withValues(all, 'task', [task]);
    const found = filterOpportunities(table, { ...state, q: text }, lookup?.rows, Date.parse(benchNow));
    return found.rows.slice(0, 10).flatMap((row) => judged[row]?.id ?? []);
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
