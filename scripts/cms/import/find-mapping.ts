/** Finds the mapping of a sheet: the one that was named, or the one beside it. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { isFieldName } from './import-fields';
import { nameSource } from './import-settings';
import { emptyColumnMap, parseColumnMap, type ColumnMap } from './table/column-map';
import { readTable, readText } from './table/read-table';
import type { ImportTable } from './table/table';

/** The mapping of a sheet, beside it: `missions.map.yml`. */
export const mappingPath = (file: string): string =>
  path.join(path.dirname(file), `${nameSource(file) ?? path.basename(file)}.map.yml`);

/** A sheet with its mapping. */
export interface MappedTable {
  readonly table: ImportTable;
  readonly map: ColumnMap;
  /** The path of the mapping; undefined if there is none. */
  readonly mapFile: string | undefined;
}

/** Reads a sheet with its mapping: that of `--map`, else the one with the sheet's name. Rejects with an `ImportError`. */
export async function readMappedTable(
  file: string,
  { map: named, sheet }: { readonly map?: string | undefined; readonly sheet?: string | undefined },
): Promise<MappedTable> {
  const own = mappingPath(file);
  const hasOwn = await access(own).then(
    () => true,
    () => false,
  );
  const mapFile = named ?? (hasOwn ? own : undefined);
  const map = mapFile === undefined ? emptyColumnMap : parseColumnMap(await readText(mapFile));
  const isName = (name: string) => Object.hasOwn(map.columns, name) || isFieldName(name);
  return { table: await readTable(file, { isFieldName: isName, sheet }), map, mapFile };
}
