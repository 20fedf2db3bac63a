/**
 * What the fit check needs of every opportunity beyond the facets: a file of its own, loaded where a visitor has said
 * what they can. Its rows are those of the facet columns.
 */
import type { PackedNeeds } from '@/device/fit/fit-needs';
import { unpackColumn, valuesOf, type Column, type PackedColumn, type FacetTable } from './columns';

/** Columns that are written: skills, times and origins as `PackedNeeds` has them. */
export const fitColumnNames = ['skills', 'times', 'from'] as const;

export type FitColumnName = (typeof fitColumnNames)[number];

/** The file `search/<locale>.fit.json`. */
export interface FitColumns {
  /** Pagefind's name of the index: that of the facet columns that these belong to. */
  readonly index: string;
  readonly columns: Readonly<Record<FitColumnName, PackedColumn>>;
}

/** Reads the file, which belongs to the table: what each row needs. Throws `ColumnsError` for one that is broken. */
export function readFitColumns(
  file: FitColumns,
  { size, columns }: FacetTable,
): (row: number) => PackedNeeds {
  const own = Object.fromEntries(
    fitColumnNames.map((name) => [name, unpackColumn(file.columns[name], size)]),
  ) as Record<FitColumnName, Column>;
  return (row) => ({
    languages: valuesOf(columns.lang, row),
    skills: valuesOf(own.skills, row),
    hours: valuesOf(columns.length, row)[0] === 'one-off' ? undefined : valuesOf(columns.hours, row)[0],
    times: valuesOf(own.times, row),
    from: valuesOf(own.from, row),
  });
}
