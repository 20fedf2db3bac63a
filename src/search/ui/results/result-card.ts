/** The data of a result row. Shared by the build, which has the newest ones, and the browser. */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import { rowValues, type ColumnName, type FacetTable } from '../../facets/facet-columns';
import type { ExcerptPart } from '../../words/excerpt';

/** The facts of a row from the columns: ids, whose names come with the page. */
export interface RowFacts {
  /** The main one first. */
  readonly tasks: readonly string[];
  /** As in `PackedNeeds`. */
  readonly languages: readonly string[];
  /** `3-5` */
  readonly hours: string;
  /** `one-off`, `ongoing` or weeks */
  readonly length: string;
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed. */
  readonly closesAt?: number | undefined;
  /** The language of its texts, where that isn't the page's. */
  readonly shownIn?: string | undefined;
}

/** The texts of a row. */
export interface RowTexts {
  /** The entry's id, the same in every language. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  /** Name and country. */
  readonly organization: string;
  readonly summary: string;
  /** An excerpt of the text around the words, where it has them. */
  readonly excerpt?: readonly ExcerptPart[] | undefined;
}

export type ResultCard = RowFacts & RowTexts;

/** The number of results on a page. */
export const resultsPerPage = 10;

/** The facts of a row of the columns. */
export function resultRowFacts(table: FacetTable, row: number): RowFacts {
  const values = (name: ColumnName) => rowValues(table.columns[name], row);
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
