/**
 * The additional columns for the fit check: a file of its own, loaded where a visitor has given answers. Its rows are
 * those of the facet columns.
 */
import type { PackedNeeds } from '@/device/fit/fit-needs';
import { unpackColumn, rowValues, type Column, type PackedColumn, type FacetTable } from './facet-columns';

/** The stored columns: skills, times and origins as in `PackedNeeds`. */
const fitColumnNames = ['skills', 'times', 'from'] as const;

export type FitColumnName = (typeof fitColumnNames)[number];

/** The file `search/<locale>.fit.json`. */
export interface FitColumns {
  /** The version of the index: that of the facet columns that these belong to. */
  readonly index: string;
  readonly columns: Readonly<Record<FitColumnName, PackedColumn>>;
}

/** Reads the file that belongs to the table: the needs of each row. */
export function readFitColumns(
  file: FitColumns,
  { size, columns }: FacetTable,
): (row: number) => PackedNeeds {
  const own = Object.fromEntries(
    fitColumnNames.map((name) => [name, unpackColumn(file.columns[name], size)]),
  ) as Record<FitColumnName, Column>;
  return (row) => ({
    languages: rowValues(columns.lang, row),
    skills: rowValues(own.skills, row),
    hours: rowValues(columns.length, row)[0] === 'one-off' ? undefined : rowValues(columns.hours, row)[0],
    times: rowValues(own.times, row),
    from: rowValues(own.from, row),
  });
}
