/** What came in as a table for spreadsheets: one row a submission, however often it was sent. */
import { stringify } from 'csv-stringify/sync';
import { findRepeats } from './repeats';
import type { InboxSubmission } from './store';

/** So many columns of fields at most: anybody can make names up, and spreadsheets end somewhere. */
const mostColumns = 200;

/** What stands before the fields. */
const ownColumns = ['received_at', 'last_received_at', 'times_received', 'probably_repeats', 'form'] as const;

/** Holds, as JSON, the fields that have no column of their own. */
const otherColumn = 'other_fields';

interface Folded {
  readonly first: InboxSubmission;
  last: InboxSubmission;
  times: number;
  /** When another one came that is probably the same: it has no number, but opportunity and address in common. */
  readonly repeats: string;
}

/** Submissions that have their number in common as one: the fields of the last, which may be mended. */
function fold(submissions: readonly InboxSubmission[]): readonly Folded[] {
  const repeats = findRepeats(submissions);
  const byId = new Map<string, Folded>();
  for (const submission of submissions) {
    const repeat = repeats.get(submission.id);
    const same = repeat?.by === 'id' ? byId.get(repeat.of.id) : undefined;
    if (same) {
      same.last = submission;
      same.times += 1;
    } else {
      const like = repeat?.by === 'person' ? repeat.of.receivedAt : '';
      byId.set(submission.id, { first: submission, last: submission, times: 1, repeats: like });
    }
  }
  return [...byId.values()];
}

/** What somebody sent: answers, and of files the names, in the place of their field. */
function cellsOf({ fields, files = [] }: InboxSubmission): ReadonlyMap<string, unknown> {
  const cells = new Map(Object.entries(fields));
  for (const { field, name } of files) {
    const before = cells.get(field);
    cells.set(field, before === undefined ? name : [before, name].flat());
  }
  return cells;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * CSV by RFC 4180, in UTF-8 with a byte order mark, without which spreadsheets take it for something else. What they
 * would run as a formula gets an apostrophe before it, in names of columns too. Oldest first.
 */
export function exportCsv(submissions: readonly InboxSubmission[]): string {
  const folded = fold(submissions);
  const names = [...new Set(folded.flatMap(({ last }) => [...cellsOf(last).keys()]))];
  const columns = names.slice(0, mostColumns);
  const more = new Set(names.slice(mostColumns));
  const rows = folded.map(({ first, last, times, repeats }) => {
    const fields = cellsOf(last);
    const others = [...fields].filter(([name]) => more.has(name));
    return [
      ...[first.receivedAt, times > 1 ? last.receivedAt : '', String(times), repeats, first.form],
      ...columns.map((name) => (fields.has(name) ? textOf(fields.get(name)) : '')),
      ...(more.size > 0 ? [others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : ''] : []),
    ];
  });
  const header = [...ownColumns, ...columns, ...(more.size > 0 ? [otherColumn] : [])];
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Some take it for the end of a line.
    quoted_match: /\r/,
  });
}
