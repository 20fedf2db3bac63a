/** Formats the report of an import, for a terminal and for tools. */
import type { EditorText, EditorTranslate } from '@/i18n/editor';
import { localeTable, type Locale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import { excerpt } from '@/model/characters';
import { rawEntryTitle } from '@/model/fields/entry-title';
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange } from '../../edit/entry-store';
import type { ImportDestination } from '../destination';
import { formatFieldName, formatFinding, type FindingContext } from './format-finding';
import type { ImportSettings, SettingOrigin } from '../import-settings';
import { canClose } from '../known/close-missing';
import { formatRowNumbers, groupFindings } from './report-groups';
import type { ImportResult, LeftOutRow } from '../table/import-table';
import type { OutdatedCorrection } from '../review/apply-choices';
import type { ImportColumns } from '../table/match-columns';
import type { DateOrder } from '../values/dates';

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
  /** The choices of a review, if there was one. */
  readonly review?:
    | { readonly file: string; readonly used: number; readonly outdated: readonly OutdatedCorrection[] }
    | undefined;
  /** Those of the missing entries that are closed. */
  readonly closed: readonly EntryChange[];
  /** The row with the columns' names. */
  readonly headerRow: number | undefined;
  /** How the file was read. */
  readonly notes: readonly string[];
  /** The order of day and month if it was detected, with the day that shows it. */
  readonly likelyLanguage: Locale | undefined;
  readonly dates: { readonly order: DateOrder; readonly example: string } | undefined;
}

const originTexts = {
  command: 'from the command line',
  mapping: 'from the mapping',
  sheet: 'from the sheet',
  default: 'by default',
} as const satisfies Record<SettingOrigin, EditorText>;

const about = ({ columns, settings: { type } }: ImportReport): FindingContext => ({ columns, type });

/** Returns the reasons of a row in one line. */
export function explainLeftOut({ problems }: LeftOutRow, report: ImportReport, t: EditorTranslate): string {
  return problems.map((problem) => formatFinding(problem, about(report), t)).join(' | ');
}

const quoteNames = (names: readonly string[], t: EditorTranslate) =>
  names.map((name) => t('“{name}”', { name })).join(', ');

/** The settings, each with its origin, and how the file was read. */
function formatPlan(report: ImportReport, t: EditorTranslate): string[] {
  const { aside, columns, dates, likelyLanguage, notes, headerRow = 1, settings, mapFile } = report;
  const { status, statusOrigin, languageOrigin } = settings;
  const language = settings.language ?? likelyLanguage;
  const numbersOf = (...reasons: string[]) =>
    formatRowNumbers(aside.flatMap(({ row, reason = '' }) => (reasons.includes(reason) ? [row] : [])));
  const [notListings, repeated] = [numbersOf('note', 'total'), numbersOf('repeated')];
  return [
    t('Status: {status} ({statusOrigin}). Language: {language} ({languageOrigin}).', {
      status,
      statusOrigin: t(originTexts[statusOrigin]),
      language: language === undefined ? '–' : localeTable[language].name,
      languageOrigin: t(likelyLanguage === undefined ? originTexts[languageOrigin] : 'by its words'),
    }),
    ...(mapFile === undefined ? [] : [t('The mapping is {file}.', { file: mapFile })]),
    ...formatReview(report, t),
    ...notes.map((note) => t.filled(note)),
    ...(headerRow > 1
      ? [t('The columns are named in row {row}; what is above isn’t imported.', { row: String(headerRow) })]
      : []),
    ...(columns.guessed.length > 0
      ? [
          t('Understood by their values: {columns}.', {
            columns: columns.guessed
              .map((name) =>
                t('“{name}” as {field}', {
                  name,
                  field: formatFieldName(columns.targets.get(name)?.[0]?.field.path ?? '', settings.type, t),
                }),
              )
              .join(', '),
          }),
        ]
      : []),
    ...(notListings === ''
      ? []
      : [t('No listings, but headings, totals or notes: rows {rows}.', { rows: notListings })]),
    ...(repeated === '' ? [] : [t('The same as a row above: {rows}.', { rows: repeated })]),
    ...(columns.unknown.length > 0
      ? [
          t(
            'Not imported, since no field is known for them: {columns}. Choose one with --review, or in a mapping.',
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

/** Says of a correction that the sheet has overtaken it. */
export function formatOutdated(
  { row, column, was, now, correction }: OutdatedCorrection,
  t: EditorTranslate,
): string {
  return t(
    'Row {row}, “{column}”: the sheet says “{now}” now, not “{was}”, so the correction “{correction}” isn’t used.',
    {
      row: String(row),
      column,
      was: excerpt(was, 40),
      now: excerpt(now, 40),
      correction: excerpt(correction, 40),
    },
  );
}

/** Formats how many choices of a review were used, and its corrections that no longer fit the sheet. */
function formatReview({ review, aside }: ImportReport, t: EditorTranslate): string[] {
  if (!review) return [];
  const chosen = aside.filter(({ reason }) => reason === undefined);
  return [
    t('{count} corrections of the review are used, from {file}.', {
      count: String(review.used),
      file: review.file,
    }),
    ...(chosen.length > 0
      ? [
          t('Set aside in the review, and not imported: {rows}.', {
            rows: formatRowNumbers(chosen.map(({ row }) => row)),
          }),
        ]
      : []),
    ...review.outdated.map((one) => formatOutdated(one, t)),
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
    const finding = formatFinding(example, about(report), t);
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
  const total = imported.length + unchanged.length + leftOut.length + report.aside.length;
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
  const drafts = imported.map(({ row, toComplete }) => ({ row, findings: toComplete }));
  const warnings = formatKinds(warned, report, t);
  const lacking = formatKinds(drafts, report, t);
  return [
    ...formatPlan(report, t),
    ...(leftOut.length > fewRows ? [t('Left out, by reason:'), ...formatKinds(refused, report, t)] : []),
    ...(warnings.length > 0 ? [t('Imported, but worth a look:'), ...warnings] : []),
    ...(lacking.length > 0 ? [t('Drafts, to be completed before they can be published:'), ...lacking] : []),
    ...leftOut.flatMap(({ row, title, problems }) => [
      title === undefined
        ? t('Row {row} is left out:', { row: String(row) })
        : t('Row {row} “{title}” is left out:', { row: String(row), title: excerpt(title, 60) }),
      ...problems.map((problem) => `  ${formatFinding(problem, about(report), t)}`),
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
    imported: imported.map(({ row, entry, before, warnings, toComplete }) => ({
      row,
      type: entry.type,
      id: entry.id,
      name: entryName(entry),
      isNew: before === undefined,
      warnings,
      toComplete,
    })),
    unchanged: unchanged.map(({ row, entry }) => ({ row, id: entry.id })),
    leftOut,
    aside: report.aside.map(({ row }) => row),
    missing: missing.map((entry) => ({
      id: entry.id,
      name: entryName(entry),
      isClosed: closed.some(({ before }) => before === entry),
    })),
  };
}
