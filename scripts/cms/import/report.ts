/** What an import did, for a terminal and for a file. */
import type { ProblemFinding } from '@/model/problems';
import { excerpt } from '@/model/characters';
import type { ImportColumns } from './table/columns';
import type { DateOrder } from './values/dates';
import type { ImportResult } from './table/import-table';
import type { ImportDestination } from './destination';

/** Everything that is to be told of one import. */
export interface ImportReport extends ImportResult {
  readonly file: string;
  /** Where entries go, as people say it. */
  readonly into: string;
  /** How an entry is called there. */
  readonly nameOf: ImportDestination['nameOf'];
  readonly isDryRun: boolean;
  readonly columns: ImportColumns;
  /** Where the order of day and month was found out, and by which day. */
  readonly dates: { readonly order: DateOrder; readonly example: string } | undefined;
}

function fieldOf({ locale, field }: ProblemFinding): string {
  return [locale, field].filter(Boolean).join('.');
}

/** The columns that a finding is about, where they are called otherwise than the field: ` (column “Thèmes”)`. */
function columnsOf(finding: ProblemFinding, { columns }: ImportReport): string {
  const { locale, field = '' } = finding;
  const place = fieldOf(finding);
  const names = [...columns.targets]
    .filter(([, target]) => {
      const { path } = target.field;
      const sameLanguage = target.locale === undefined || locale === undefined || target.locale === locale;
      return sameLanguage && (field === path || field.startsWith(`${path}.`));
    })
    .flatMap(([name]) => (name === place || place.startsWith(`${name}.`) ? [] : [`“${name}”`]));
  return names.length === 0 ? '' : ` (column ${names.join(', ')})`;
}

function findingLine(finding: ProblemFinding, report: ImportReport): string {
  const place = fieldOf(finding);
  return `  ${place}${columnsOf(finding, report)}${place ? ': ' : ''}${finding.message} — ${finding.hint}`;
}

function rowLine(row: number, title: string | undefined): string {
  return `Row ${row}${title === undefined ? '' : ` “${excerpt(title, 60)}”`}`;
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

function notes({ columns, dates }: ImportReport): string[] {
  return [
    ...(columns.unknown.length > 0
      ? [
          `Not imported, since no field is called so: ${listed(columns.unknown)}. A mapping (--map) can say what they are.`,
        ]
      : []),
    ...(columns.withheld.length > 0
      ? [
          `Not imported, since only an editor says that: ${listed(columns.withheld)}. A mapping (--map) can ask for them.`,
        ]
      : []),
    ...(dates
      ? [
          `In days written in numbers the ${dates.order === 'dmy' ? 'day' : 'month'} comes first, as in ${dates.example}.`,
        ]
      : []),
  ];
}

/** The report as lines: columns, rows left out and why, rows to look at, and what it came to. */
export function reportLines(report: ImportReport): string[] {
  const { imported, leftOut, into, nameOf, isDryRun } = report;
  const warned = imported.filter(({ warnings }) => warnings.length > 0);
  const total = imported.length + leftOut.length;
  return [
    ...notes(report),
    ...leftOut.flatMap(({ row, title, problems }) => [
      `${rowLine(row, title)} is left out:`,
      ...problems.map((problem) => findingLine(problem, report)),
    ]),
    ...warned.flatMap(({ row, entry, warnings }) => [
      `${rowLine(row, undefined)}, ${nameOf(entry)}, is worth a look:`,
      ...warnings.map((warning) => findingLine(warning, report)),
    ]),
    `${imported.length} of ${total} rows ${isDryRun ? 'would become' : 'became'} entries in ${into}; ${leftOut.length} left out.`,
  ];
}

/** The report for tools. */
export function reportJson({
  file,
  into,
  nameOf,
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
      name: nameOf(entry),
      warnings,
    })),
    leftOut,
  };
}
