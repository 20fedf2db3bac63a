/** Formats the report of an import, for a terminal and for tools. */
import type { ProblemFinding } from '@/model/problems';
import { excerpt } from '@/model/characters';
import type { ImportColumns } from './table/match-columns';
import type { DateOrder } from './values/dates';
import type { ImportResult } from './table/import-table';
import type { ImportDestination } from './destination';

/** The result of an import with everything that its report mentions. */
export interface ImportReport extends ImportResult {
  readonly file: string;
  /** The name of the destination. */
  readonly into: string;
  /** Returns the name of an entry in messages. */
  readonly entryName: ImportDestination['entryName'];
  readonly isDryRun: boolean;
  readonly columns: ImportColumns;
  /** The row with the columns' names. */
  readonly headerRow: number | undefined;
  /** How the file was read. */
  readonly notes: readonly string[];
  /** The order of day and month if it was detected, with the day that shows it. */
  readonly dates: { readonly order: DateOrder; readonly example: string } | undefined;
}

function formatFieldPath({ locale, field }: ProblemFinding): string {
  return [locale, field].filter(Boolean).join('.');
}

/** Names the columns of a finding if they aren't called like the field: ` (column “Thèmes”)`. */
function formatColumns(finding: ProblemFinding, { columns }: ImportReport): string {
  const { locale, field = '' } = finding;
  const place = formatFieldPath(finding);
  const names = [...columns.targets]
    .filter(([, target]) => {
      const { path } = target.field;
      const sameLanguage = target.locale === undefined || locale === undefined || target.locale === locale;
      return sameLanguage && (field === path || field.startsWith(`${path}.`));
    })
    .flatMap(([name]) => (name === place || place.startsWith(`${name}.`) ? [] : [`“${name}”`]));
  return names.length === 0 ? '' : ` (column ${names.join(', ')})`;
}

function formatFinding(finding: ProblemFinding, report: ImportReport): string {
  const place = formatFieldPath(finding);
  return `  ${place}${formatColumns(finding, report)}${place ? ': ' : ''}${finding.message} — ${finding.hint}`;
}

function formatRowHeading(row: number, title: string | undefined): string {
  return `Row ${row}${title === undefined ? '' : ` “${excerpt(title, 60)}”`}`;
}

const quoteNames = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

function formatNotes({ columns, dates, notes, headerRow = 1 }: ImportReport): string[] {
  return [
    ...notes,
    ...(headerRow > 1 ? [`The columns are named in row ${headerRow}; what is above isn’t imported.`] : []),
    ...(columns.unknown.length > 0
      ? [
          `Not imported, since no field is called so: ${quoteNames(columns.unknown)}. A mapping (--map) can say what they are.`,
        ]
      : []),
    ...(columns.withheld.length > 0
      ? [
          `Not imported, since only an editor says that: ${quoteNames(columns.withheld)}. A mapping (--map) can ask for them.`,
        ]
      : []),
    ...(dates
      ? [
          `In days written in numbers the ${dates.order === 'dmy' ? 'day' : 'month'} comes first, as in ${dates.example}.`,
        ]
      : []),
  ];
}

/** Formats the report as lines: columns, rows left out, rows with warnings, and totals. */
export function formatImportReport(report: ImportReport): string[] {
  const { imported, leftOut, into, entryName, isDryRun } = report;
  const warned = imported.filter(({ warnings }) => warnings.length > 0);
  const total = imported.length + leftOut.length;
  return [
    ...formatNotes(report),
    ...leftOut.flatMap(({ row, title, problems }) => [
      `${formatRowHeading(row, title)} is left out:`,
      ...problems.map((problem) => formatFinding(problem, report)),
    ]),
    ...warned.flatMap(({ row, entry, warnings }) => [
      `${formatRowHeading(row, undefined)}, ${entryName(entry)}, is worth a look:`,
      ...warnings.map((warning) => formatFinding(warning, report)),
    ]),
    `${imported.length} of ${total} rows ${isDryRun ? 'would become' : 'became'} entries in ${into}; ${leftOut.length} left out.`,
  ];
}

/** Builds the report for tools. */
export function buildImportReportJson({
  file,
  into,
  entryName,
  isDryRun,
  columns,
  imported,
  leftOut,
}: ImportReport): unknown {
  return {
    file,
    into,
    dryRun: isDryRun,
    columnsNotImported: [...columns.unknown, ...columns.withheld],
    imported: imported.map(({ row, entry, warnings }) => ({
      row,
      type: entry.type,
      id: entry.id,
      name: entryName(entry),
      warnings,
    })),
    leftOut,
  };
}
