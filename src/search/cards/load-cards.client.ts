/** Loads opportunities as rows show them: for results, the finder, saved opportunities and news. */
import type { TimelessCard } from '@/components/opportunity/card-at';
import { readColumns, type FacetColumns, type FacetTable } from '../facets/facet-columns';
import type { FitColumns } from '../facets/fit-columns';
import { cardFile, columnsFile, fitColumnsFile, rowIdsFile } from '../page/search-paths';
import { loadJson } from '@/components/load-file.client';
import { assertSameBuild, loadEachOnce, loadOnce } from '../query/load-once.client';
import { columnFacts, findCard, unpackCard, type PackedCard } from './card-files';
import { readRowIds, type RowIds } from './row-ids';

/** The files of a language that a page loads. */
export interface SearchSource {
  /** The root of the site. */
  readonly root: string;
  readonly locale: string;
  /** Part of addresses that would otherwise be cached across builds. */
  readonly tag: string;
  /** True if nothing may come from a cache. */
  readonly isFresh?: boolean | undefined;
}

/** The opportunities of a language by their rows, all of one build. */
export interface CardLoader {
  readonly table: () => Promise<FacetTable>;
  /** The encoded needs of each row, for the fit check. */
  readonly fitColumns: () => Promise<FitColumns>;
  /** The hashed id of each row. */
  readonly ids: () => Promise<readonly string[]>;
  readonly card: (row: number) => Promise<TimelessCard>;
}

/** Creates a loader. Its promises reject where a file can't be loaded, or is of another build. */
export function createCardLoader({ root, locale, tag, isFresh = false }: SearchSource): CardLoader {
  const load = <T>(file: string) => loadJson<T>(`${root}${file}?v=${tag}`, isFresh ? 'reload' : 'default');
  const table = loadOnce(async () => readColumns(await load<FacetColumns>(columnsFile(locale))));
  // Named after their content, they never change.
  const fileNamed = loadEachOnce((name) =>
    loadJson<readonly PackedCard[]>(`${root}${cardFile(locale, name)}`),
  );
  return {
    table,
    fitColumns: loadOnce(async () => {
      const [file, { index }] = await Promise.all([load<FitColumns>(fitColumnsFile(locale)), table()]);
      assertSameBuild(file.index === index);
      return file;
    }),
    ids: loadOnce(async () => {
      const [file, known] = await Promise.all([load<RowIds>(rowIdsFile(locale)), table()]);
      const ids = readRowIds(file, known);
      assertSameBuild(ids !== undefined);
      return ids;
    }),
    card: async (row) => {
      const known = await table();
      const at = findCard(known, row);
      const texts = at && (await fileNamed(at.file))[at.place];
      assertSameBuild(texts !== undefined);
      return unpackCard({ facts: columnFacts(known, row), texts }, locale);
    },
  };
}
