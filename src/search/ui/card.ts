/** A result as a row shows it. Shared by the build, which has the newest ones, and the browser. */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import { valuesOf, type ColumnName, type FacetTable } from '../facets/columns';
import type { Piece } from '../words/excerpt';

/** What the columns say of a row; ids, whose names come with the page. */
export interface RowFacts {
  /** The main one first. */
  readonly tasks: readonly string[];
  /** `fr:good`, `fr:good?` where it is only welcome */
  readonly languages: readonly string[];
  /** `3-5` */
  readonly hours: string;
  /** `one-off`, `ongoing` or weeks */
  readonly length: string;
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed. */
  readonly closesAt?: number | undefined;
  /** The language that it is shown in, where that isn't the page's. */
  readonly shownIn?: string | undefined;
}

/** The words of a row. */
export interface RowWords {
  /** The entry's id, the same in every language. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Name and country. */
  readonly organization: string;
  readonly summary: string;
  /** A piece of the text around what was searched for, where it is there. */
  readonly excerpt?: readonly Piece[] | undefined;
}

export type ResultCard = RowFacts & RowWords;

/** How many results a page has. */
export const pageSize = 10;

/** The facts of a row of the columns. */
export function rowFacts(table: FacetTable, row: number): RowFacts {
  const values = (name: ColumnName) => valuesOf(table.columns[name], row);
  return {
    tasks: values('task'),
    languages: values('lang'),
    hours: values('hours')[0] ?? '0',
    length: values('length')[0] ?? 'one-off',
    status: table.statuses[row] ?? 'closed',
    closesAt: table.closesAt[row],
    shownIn: values('shownIn')[0],
  };
}
