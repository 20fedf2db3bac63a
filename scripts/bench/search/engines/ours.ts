/** This project's search: the modules that the browser runs, over a built index. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { emptyState, withValues } from '@/search/facets/search-address';
import { createEngine } from '@/search/query/engine.client';
import { filterOpportunities } from '@/search/facets/filter-opportunities';
import {
  bundleDir,
  columnsFile,
  dictionaryFile,
  fitColumnsFile,
  synonymsFile,
  namesFile,
} from '@/search/page/search-paths';
import { statusValues } from '@/search/facets/search-address';
import { benchNow } from '@scripts/bench/setting';
import type { EngineKind } from './engine';

/** Over an index that was written into `dir` for the whole site; each language is opened from there. */
export function ours(dir: string): EngineKind {
  const base = `${pathToFileURL(path.resolve(dir)).href}/`;
  return {
    name: 'this project',
    settings: 'as it is published',
    open: (judged, locale) => {
      const urls = {
        bundle: `${base}${bundleDir(locale)}/`,
        columns: base + columnsFile(locale),
        fit: base + fitColumnsFile(locale),
        words: base + dictionaryFile(locale),
        meanings: base + synonymsFile(locale),
        names: base + namesFile(locale),
        browse: '',
      };
      const engine = createEngine(urls, locale, 'bench');
      return Promise.resolve({
        search: async ({ text, task, most = 10 }) => {
          const [table, lookup] = await Promise.all([
            engine.table(),
            engine.find({ words: text, exact: false }),
          ]);
          const all = withValues(emptyState, 'status', statusValues);
          const state = task === undefined ? all : withValues(all, 'task', [task]);
          const found = filterOpportunities(table, { ...state, q: text }, lookup?.rows, Date.parse(benchNow));
          return found.rows.slice(0, most).flatMap((row) => judged[row]?.id ?? []);
        },
      });
    },
  };
}
