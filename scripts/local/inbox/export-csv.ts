/** Exports submissions as a table for spreadsheets. A submission that was sent several times has one row. */
import { stringify } from 'csv-stringify/sync';
import { findRepeats } from './repeats';
import type { InboxSubmission } from './store';

/** The most columns for fields: senders can invent field names, and spreadsheets have limits. */
const maximumColumns = 200;

/** The columns before the fields. */
const ownColumns = ['received_at', 'last_received_at', 'times_received', 'probably_repeats', 'form'] as const;

/** The column with the remaining fields, as JSON. */
const otherColumn = 'other_fields';

interface SubmissionRow {
  readonly first: InboxSubmission;
  last: InboxSubmission;
  times: number;
  /** The time of a submission that is probably the same: it has no id, but the same opportunity and address. */
  readonly repeats: string;
}

/** Groups submissions with the same id. The last one counts, since its sender may have corrected it. */
function groupSubmissions(submissions: readonly InboxSubmission[]): readonly SubmissionRow[] {
  const repeats = findRepeats(submissions);
  const byId = new Map<string, SubmissionRow>();
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

/** Returns the cells of a submission: its answers, and the names of its files under their fields. */
function collectCells({ fields, files = [] }: InboxSubmission): ReadonlyMap<string, unknown> {
  const cells = new Map(Object.entries(fields));
  for (const { field, name } of files) {
    const before = cells.get(field);
    cells.set(field, before === undefined ? name : [before, name].flat());
  }
  return cells;
}

const formatCell = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Formats CSV by RFC 4180, the oldest submission first. It is UTF-8 with a byte order mark, without which spreadsheets
 * assume another encoding. Texts that they would run as a formula get an apostrophe, also in column names.
 */
export function exportCsv(submissions: readonly InboxSubmission[]): string {
  const folded = groupSubmissions(submissions);
  const names = [...new Set(folded.flatMap(({ last }) => [...collectCells(last).keys()]))];
  const columns = names.slice(0, maximumColumns);
  const more = new Set(names.slice(maximumColumns));
  const rows = folded.map(({ first, last, times, repeats }) => {
    const fields = collectCells(last);
    const others = [...fields].filter(([name]) => more.has(name));
    return [
      ...[first.receivedAt, times > 1 ? last.receivedAt : '', String(times), repeats, first.form],
      ...columns.map((name) => (fields.has(name) ? formatCell(fields.get(name)) : '')),
      ...(more.size > 0 ? [others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : ''] : []),
    ];
  });
  const header = [...ownColumns, ...columns, ...(more.size > 0 ? [otherColumn] : [])];
  return stringify([header, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Some spreadsheets read it as the end of a line.
    quoted_match: /\r/,
  });
}
