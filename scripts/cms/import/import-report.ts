/** Formats the report of an import, for a terminal and for tools. */
import type { EditorText, EditorTranslate } from '@/i18n/editor';
import { localeTable } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import { excerpt } from '@/model/characters';
import { rawEntryTitle } from '@/model/fields/entry-title';
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange } from '../edit/entry-store';
import type { ImportDestination } from './destination';
import { getImportFields } from './import-fields';
import type { ImportSettings, SettingOrigin } from './import-settings';
import { canClose } from './known/close-missing';
import { formatRowNumbers, groupFindings } from './report-groups';
import type { ImportResult, LeftOutRow } from './table/import-table';
import type { ImportColumns } from './table/match-columns';
import type { DateOrder } from './values/dates';

/** The result of an import with everything that its report mentions. */
export interface ImportReport extends ImportResult {
  readonly file: string;
  /** The name of the destination. */
  readonly into: string;
  /** Returns the name of an entry in messages. */
  readonly entryName: ImportDestination['entryName'];
  readonly isDryRun: boolean;
  readonly columns: ImportColumns;
  readonly settings: ImportSettings;
  /** The mapping that was used. */
  readonly mapFile: string | undefined;
  /** Those of the missing entries that are closed. */
  readonly closed: readonly EntryChange[];
  /** The row with the columns' names. */
  readonly headerRow: number | undefined;
  /** How the file was read. */
  readonly notes: readonly string[];
  /** The order of day and month if it was detected, with the day that shows it. */
  readonly dates: { readonly order: DateOrder; readonly example: string } | undefined;
}

const originTexts = {
  command: 'from the command line',
  mapping: 'from the mapping',
  sheet: 'from the sheet',
  default: 'by default',
} as const satisfies Record<SettingOrigin, EditorText>;

/** The name of a finding's field as editors know it: `Closes · Last day (fr)`. */
function formatField(
  { locale, field = '' }: ProblemFinding,
  type: ImportSettings['type'],
  t: EditorTranslate,
): string {
  const fields = getImportFields(type);
  const parts = field.split('.').filter((part) => !/^\d+$/.test(part));
  const labels = parts.map((part, index) => {
    const label = fields.get(parts.slice(0, index + 1).join('.'))?.meta.label;
    return label === undefined ? part : t.any(label);
  });
  return `${labels.join(' · ')}${locale === undefined ? '' : ` (${locale})`}`;
}

/** Names the columns of a finding: ` (column “Thèmes”)`. */
function formatColumns(finding: ProblemFinding, { columns }: ImportReport, t: EditorTranslate): string {
  const { locale, field = '' } = finding;
  const place = [locale, field].filter(Boolean).join('.');
  const names = [...columns.targets].flatMap(([name, targets]) =>
    // A column that is called as the field needn't be named.
    name !== place &&
    !place.startsWith(`${name}.`) &&
    targets.some(
      ({ field: { path }, locale: own }) =>
        (own === undefined || locale === undefined || own === locale) &&
        (field === path || field.startsWith(`${path}.`)),
    )
      ? [t('“{name}”', { name })]
      : [],
  );
  return names.length === 0 ? '' : ` ${t('(column {names})', { names: names.join(', ') })}`;
}

function formatFinding(finding: ProblemFinding, report: ImportReport, t: EditorTranslate): string {
  const place = `${formatField(finding, report.settings.type, t)}${formatColumns(finding, report, t)}`;
  const parts = { label: place, message: t.filled(finding.message), hint: t.filled(finding.hint) };
  // A finding about the whole row has no label.
  return t('{label} {message}. {hint}', parts).replace(/^[\s:]+/u, '');
}

/** Returns the reasons of a row in one line. */
export function explainLeftOut({ problems }: LeftOutRow, report: ImportReport, t: EditorTranslate): string {
  return problems.map((problem) => formatFinding(problem, report, t)).join(' | ');
}

const quoteNames = (names: readonly string[], t: EditorTranslate) =>
  names.map((name) => t('“{name}”', { name })).join(', ');

/** The settings, each with its origin, and how the file was read. */
function formatPlan(report: ImportReport, t: EditorTranslate): string[] {
  const { columns, dates, notes, headerRow = 1, settings, mapFile } = report;
  const { status, statusOrigin, language, languageOrigin } = settings;
  return [
    t('Status: {status} ({statusOrigin}). Language: {language} ({languageOrigin}).', {
      status,
      statusOrigin: t(originTexts[statusOrigin]),
      language: language === undefined ? '–' : localeTable[language].name,
      languageOrigin: t(originTexts[languageOrigin]),
    }),
    ...(mapFile === undefined ? [] : [t('The mapping is {file}.', { file: mapFile })]),
    ...notes.map((note) => t.filled(note)),
    ...(headerRow > 1
      ? [t('The columns are named in row {row}; what is above isn’t imported.', { row: String(headerRow) })]
      : []),
    ...(columns.unknown.length > 0
      ? [
          t(
            'Not imported, since no field is called so: {columns}. A mapping can say what they are: --propose writes one.',
            {
              columns: quoteNames(columns.unknown, t),
            },
          ),
        ]
      : []),
    ...(columns.withheld.length > 0
      ? [
          t('Not imported, since only an editor says that: {columns}. A mapping (--map) can ask for them.', {
            columns: quoteNames(columns.withheld, t),
          }),
        ]
      : []),
    ...(dates
      ? [
          t(
            dates.order === 'dmy'
              ? 'In days written in numbers the day comes first, as in {day}.'
              : 'In days written in numbers the month comes first, as in {day}.',
            { day: dates.example },
          ),
        ]
      : []),
  ];
}

/** So many rows can be read one by one. */
const fewRows = 5;

/** A line for each kind of finding: the rows, and the first of them as an example. */
function formatKinds(
  rows: readonly { row: number; findings: readonly ProblemFinding[] }[],
  report: ImportReport,
  t: EditorTranslate,
): string[] {
  return groupFindings(rows).map(({ numbers, example }) => {
    const finding = formatFinding(example, report, t);
    return numbers.length === 1
      ? `  ${t('Row {row}: {finding}', { row: String(numbers[0]), finding })}`
      : `  ${t('{count} rows ({rows}), such as row {row}: {finding}', {
          count: String(numbers.length),
          rows: formatRowNumbers(numbers),
          row: String(numbers[0]),
          finding,
        })}`;
  });
}

/** Lists the entries whose rows are gone, and what becomes of them. */
function formatMissing({ missing, closed, isDryRun, entryName }: ImportReport, t: EditorTranslate): string[] {
  if (missing.length === 0) return [];
  const name = (entry: RawEntry) => `  ${entryName(entry)}  ${rawEntryTitle(entry)}`;
  const others = missing.filter((entry) => !canClose(entry));
  const running = missing.filter(canClose);
  const heading =
    closed.length === 0
      ? t('No longer in the sheet; --close-missing closes them:')
      : t(isDryRun ? 'No longer in the sheet, and would be closed:' : 'No longer in the sheet, and closed:');
  return [
    ...(running.length > 0 ? [heading, ...running.map(name)] : []),
    ...(others.length > 0 ? [t('No longer in the sheet, and left as they are:'), ...others.map(name)] : []),
  ];
}

function formatTotals(report: ImportReport, t: EditorTranslate): string[] {
  const { imported, unchanged, leftOut, into, isDryRun } = report;
  const total = imported.length + unchanged.length + leftOut.length;
  const changed = imported.filter(({ before }) => before).length;
  return [
    ...(changed + unchanged.length > 0
      ? [
          t(
            isDryRun
              ? '{changed} entries would be changed; {same} are as the sheet says.'
              : '{changed} entries were changed; {same} are as the sheet says.',
            {
              changed: String(changed),
              same: String(unchanged.length),
            },
          ),
        ]
      : []),
    t(
      isDryRun
        ? '{count} of {total} rows would become entries in {into}; {leftOut} left out.'
        : '{count} of {total} rows became entries in {into}; {leftOut} left out.',
      {
        count: String(imported.length - changed),
        total: String(total),
        into,
        leftOut: String(leftOut.length),
      },
    ),
  ];
}

/**
 * Formats the report as lines: the settings, findings by their kind, the rows left out, the entries without a row, and
 * totals.
 */
export function formatImportReport(report: ImportReport, t: EditorTranslate): string[] {
  const { imported, unchanged, leftOut } = report;
  const warned = [...imported, ...unchanged].map(({ row, warnings }) => ({ row, findings: warnings }));
  const refused = leftOut.map(({ row, problems }) => ({ row, findings: problems }));
  const warnings = formatKinds(warned, report, t);
  return [
    ...formatPlan(report, t),
    ...(leftOut.length > fewRows ? [t('Left out, by reason:'), ...formatKinds(refused, report, t)] : []),
    ...(warnings.length > 0 ? [t('Imported, but worth a look:'), ...warnings] : []),
    ...leftOut.flatMap(({ row, title, problems }) => [
      title === undefined
        ? t('Row {row} is left out:', { row: String(row) })
        : t('Row {row} “{title}” is left out:', { row: String(row), title: excerpt(title, 60) }),
      ...problems.map((problem) => `  ${formatFinding(problem, report, t)}`),
    ]),
    ...formatMissing(report, t),
    ...formatTotals(report, t),
  ];
}

/** Builds the report for tools. */
export function buildImportReportJson(report: ImportReport): unknown {
  const { file, into, entryName, isDryRun, columns, imported, unchanged, leftOut, missing, closed } = report;
  return {
    file,
    into,
    source: report.settings.source,
    dryRun: isDryRun,
    columnsNotImported: [...columns.unknown, ...columns.withheld],
    imported: imported.map(({ row, entry, before, warnings }) => ({
      row,
      type: entry.type,
      id: entry.id,
      name: entryName(entry),
      isNew: before === undefined,
      warnings,
    })),
    unchanged: unchanged.map(({ row, entry }) => ({ row, id: entry.id })),
    leftOut,
    missing: missing.map((entry) => ({
      id: entry.id,
      name: entryName(entry),
      isClosed: closed.some(({ before }) => before === entry),
    })),
  };
}
