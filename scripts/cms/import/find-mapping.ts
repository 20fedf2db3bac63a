/** Finds the mapping of a sheet: the one that was named, or the one that was written for its source. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { restoreFormulas } from './table/formula-cells';
import { isFieldName } from './import-fields';
import { nameSource } from './import-settings';
import { isLeftOutSheet } from './report/left-out-sheet';
import { emptyColumnMap, parseColumnMap, type ColumnMap } from './table/column-map';
import { readTable, readText } from './table/read-table';
import type { ImportTable } from './table/table';

const mappingEnding = '.map.yml';

/** The mapping of a sheet, beside it: `missions.map.yml`. */
export function mappingPath(file: string): string {
  return path.join(path.dirname(file), `${nameSource(file) ?? path.basename(file)}${mappingEnding}`);
}

/** Reads a sheet; one that an import saved, without what protects its cells. */
async function readOwnTable(...[file, options]: Parameters<typeof readTable>): Promise<ImportTable> {
  const table = await readTable(file, options);
  return isLeftOutSheet(file) ? restoreFormulas(table) : table;
}

/** A sheet with its mapping. */
export interface MappedTable {
  readonly table: ImportTable;
  readonly map: ColumnMap;
  /** The path of the mapping; undefined if there is none. */
  readonly mapFile: string | undefined;
}

/** True if a mapping was written for these columns, of which some may be blank now. */
function isWrittenFor({ header = [] }: ColumnMap, { columns }: ImportTable): boolean {
  return columns.every((column) => header.includes(column)) && columns.length * 2 >= header.length;
}

/**
 * Reads a sheet with its mapping: that of `--map`, else the one with the sheet's name, else one in its folder that was
 * written for the same columns. Rejects with an `ImportError`.
 */
export async function readMappedTable(
  file: string,
  { map: named, sheet }: { readonly map?: string | undefined; readonly sheet?: string | undefined },
): Promise<MappedTable> {
  const read = (map: ColumnMap) =>
    readOwnTable(file, {
      isFieldName: (name) =>
        Object.hasOwn(map.columns, name) || map.header?.includes(name) === true || isFieldName(name),
      sheet,
    });
  const open = async (mapFile: string): Promise<MappedTable> => {
    const map = parseColumnMap(await readText(mapFile));
    return { table: await read(map), map, mapFile };
  };
  if (named !== undefined) return open(named);
  const folder = path.dirname(file);
  const names = await readdir(folder).catch((): string[] => []);
  const mappings = names.filter((name) => name.endsWith(mappingEnding)).toSorted();
  const own = path.basename(mappingPath(file));
  if (mappings.includes(own)) return open(path.join(folder, own));
  const table = await read(emptyColumnMap);
  for (const name of mappings) {
    const mapFile = path.join(folder, name);
    const map = parseColumnMap(await readText(mapFile));
    if (isWrittenFor(map, table)) return { table: await read(map), map, mapFile };
  }
  return { table, map: emptyColumnMap, mapFile: undefined };
}
