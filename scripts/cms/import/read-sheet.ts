/** Reads a sheet with its mapping, and the settings of its import. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { isFieldName } from './import-fields';
import { nameSource, readSettings, type SettingOptions } from './import-settings';
import { emptyColumnMap, parseColumnMap } from './table/column-map';
import { readTable, readText } from './table/read-table';

/** The options that say how a sheet is read. */
export interface SheetOptions extends SettingOptions {
  /** A file that maps columns to fields. */
  readonly map?: string | undefined;
  /** The sheet of a workbook. */
  readonly sheet?: string | undefined;
}

/** A sheet with its mapping, and the settings of its import. */
export type SheetImport = Awaited<ReturnType<typeof readSheetImport>>;

/** The mapping of a sheet, beside it: `missions.map.yml`. */
export const mappingPath = (file: string): string =>
  path.join(path.dirname(file), `${nameSource(file) ?? path.basename(file)}.map.yml`);

/**
 * Reads a sheet with the mapping of `--map`, else the one with the sheet's name; `mapFile` is its path. Rejects with an
 * `OperatorError`.
 */
export async function readSheetImport(options: SheetOptions) {
  const { file, sheet, map: named } = options;
  const own = mappingPath(file);
  const hasOwn = await access(own).then(
    () => true,
    () => false,
  );
  const mapFile = named ?? (hasOwn ? own : undefined);
  const map = mapFile === undefined ? emptyColumnMap : parseColumnMap(await readText(mapFile));
  const isName = (name: string) => Object.hasOwn(map.columns, name) || isFieldName(name);
  const table = await readTable(file, { isFieldName: isName, sheet });
  return { table, map, mapFile, settings: readSettings(options, map, table) };
}
