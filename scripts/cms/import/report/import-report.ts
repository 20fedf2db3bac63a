/** Formats the report of an import, for a terminal and for tools. */
import type { EditorText, EditorTranslate } from '@/i18n/editor';
import { capitalize, languageName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import type { Locale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import { excerpt } from '@/model/characters';
import { rawEntryTitle } from '@/model/fields/entry-title';
import type { RawEntry } from '@/model/types/entry';
import type { EntryChange, EntryStore } from '../../edit/entry-store';
import { formatFieldName, formatFinding } from './format-finding';
import { canClose } from '../known/provenance';
import { nameStatus, openStatus } from '../row/row-status';
import type { ImportPlan } from '../plan-import';
import type { PlannedRow } from '../table/import-table';
import { formatRowNumbers, groupFindings } from './report-groups';
import type { OutdatedCorrection, ReviewedSheet } from '../review/apply-choices';
import { choicesPath } from '../review/choices-file';

/** An import with everything that decides about it. */
export interface ReadyImport {
  readonly file: string;
  readonly sheet: ReviewedSheet;
  readonly plan: ImportPlan;
  readonly destination: EntryStore;
  /** Those of the entries without a row that are closed. */
  readonly closed: readonly EntryChange[];
  readonly isDryRun: boolean;
}

const languageWords = (language: Locale, { locale }: EditorTranslate) =>
  capitalize({ locale }, languageName(translator(locale), language));

/** The settings, and how the file was read. */
function formatPlan({ file, sheet, plan }: ReadyImport, t: EditorTranslate): string[] {
  const { settings, mapFile, used, outdated } = sheet;
  const { columns, dates, likelyLanguage, table } = plan;
  const language = settings.language ?? likelyLanguage;
  const quote = (names: readonly string[]) => names.map((name) => t('“{name}”', { name })).join(', ');
  const guessed = columns.guessed.map((name) => {
    const [target] = columns.targets.get(name) ?? [];
    return t('“{name}” as {field}', {
      name,
      field: formatFieldName(target?.field.path ?? '', settings.type, t),
    });
  });
  /** A line that is only said if its gap has something in it. */
  const about = (text: EditorText, name: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [t(text, { [name]: value })];
  const aboutRows = (text: EditorText, ...reasons: (string | undefined)[]) => {
    const rows = rowsOf(plan, 'aside').filter(({ reason }) => reasons.includes(reason));
    return about(text, 'rows', formatRowNumbers(rows.map(({ row }) => row)));
  };
  const corrections = { count: String(used), file: choicesPath(file) };
  const { headerRow = 1, notes = [] } = table;
  return [
    t('Status: {status}. Language: {language}.', {
      status:
        settings.status === 'sheet'
          ? t('as each row says')
          : nameStatus(
              settings.type,
              settings.status === 'open' ? openStatus[settings.type] : 'draft',
              t.locale,
            ),
      language: language === undefined ? '–' : languageWords(language, t),
    }),
    ...about('The mapping is {file}.', 'file', mapFile),
    ...(used > 0 ? [t('Corrections of the review that are used: {count}, from {file}.', corrections)] : []),
    ...aboutRows('Rows set aside in the review, and not imported: {rows}.', undefined),
    ...outdated.map((one) => formatOutdated(one, t)),
    ...notes.map((note) => t.filled(note)),
    ...about(
      'The columns are named in row {row}; what is above isn’t imported.',
      'row',
      headerRow > 1 ? String(headerRow) : undefined,
    ),
    ...about('Understood by their values: {columns}.', 'columns', guessed.join(', ')),
    ...aboutRows('Rows that are headings, totals or notes: {rows}.', 'note', 'total'),
    ...aboutRows('Rows that repeat one above: {rows}.', 'repeated'),
    ...about(
      'Not imported, since no field is known for them: {columns}. Choose one with --review, or in a mapping.',
      'columns',
      quote(columns.unknown),
    ),
    ...about(
      'Not imported, since only an editor says that: {columns}. A mapping (--map) can ask for them.',
      'columns',
      quote(columns.withheld),
    ),
    ...about(
      dates?.order === 'mdy'
        ? 'In days written in numbers the month comes first, as in {day}.'
        : 'In days written in numbers the day comes first, as in {day}.',
      'day',
      dates?.example,
    ),
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

const rowsOf = ({ rows }: ImportPlan, ...fates: PlannedRow['fate'][]) =>
  rows.filter(({ fate }) => fates.includes(fate));

/** A line for each kind of finding: the rows, and the first of them as an example. */
function formatKinds(
  rows: readonly { row: number; findings: readonly ProblemFinding[] }[],
  { plan, sheet }: ReadyImport,
  t: EditorTranslate,
): string[] {
  return groupFindings(rows).map(({ numbers, example }) => {
    const about = { columns: plan.columns, type: sheet.settings.type };
    const finding = formatFinding(example, about, t);
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
function formatMissing({ plan, closed, isDryRun, destination }: ReadyImport, t: EditorTranslate): string[] {
  const name = (entry: RawEntry) => `  ${destination.entryName(entry)}  ${rawEntryTitle(entry)}`;
  const others = plan.missing.filter((entry) => !canClose(entry));
  const running = plan.missing.filter(canClose);
  const heading =
    closed.length === 0
      ? t('No longer in the sheet; --close-missing closes them:')
      : t(isDryRun ? 'No longer in the sheet, and would be closed:' : 'No longer in the sheet, and closed:');
  return [
    ...(running.length > 0 ? [heading, ...running.map(name)] : []),
    ...(others.length > 0 ? [t('No longer in the sheet, and left as they are:'), ...others.map(name)] : []),
  ];
}

function formatTotals({ plan, destination, isDryRun }: ReadyImport, t: EditorTranslate): string[] {
  const imported = rowsOf(plan, 'imported');
  const changed = imported.filter(({ before }) => before).length;
  const same = rowsOf(plan, 'unchanged').length;
  const ofKnown = { changed: String(changed), same: String(same) };
  const ofAll = {
    count: String(imported.length - changed),
    total: String(plan.rows.filter(({ reason }) => reason === undefined).length),
    into: destination.name,
    leftOut: String(rowsOf(plan, 'leftOut').length),
  };
  return [
    ...(changed + same === 0
      ? []
      : [
          isDryRun
            ? t('Entries to change: {changed}; as the sheet says already: {same}.', ofKnown)
            : t('Entries changed: {changed}; as the sheet says already: {same}.', ofKnown),
        ]),
    isDryRun
      ? t('Rows that would become entries in {into}: {count} of {total}; left out: {leftOut}.', ofAll)
      : t('Rows that became entries in {into}: {count} of {total}; left out: {leftOut}.', ofAll),
  ];
}

/** Formats the report as lines: the settings, findings by their kind, the entries without a row, and totals. */
export function formatImportReport(ready: ReadyImport, t: EditorTranslate): string[] {
  const { plan } = ready;
  const listKinds = (
    heading: string,
    rows: readonly PlannedRow[],
    kind: 'problems' | 'toComplete' | 'warnings',
  ) => {
    const lines = formatKinds(
      rows.map(({ row, [kind]: findings }) => ({ row, findings })),
      ready,
      t,
    );
    return lines.length > 0 ? [heading, ...lines] : [];
  };
  return [
    ...formatPlan(ready, t),
    ...listKinds(t('Imported, but worth a look:'), rowsOf(plan, 'imported', 'unchanged'), 'warnings'),
    ...listKinds(
      t('Drafts, to be completed before they can be published:'),
      rowsOf(plan, 'imported'),
      'toComplete',
    ),
    ...listKinds(t('Left out, by reason:'), rowsOf(plan, 'leftOut'), 'problems'),
    ...formatMissing(ready, t),
    ...formatTotals(ready, t),
  ];
}

/** Builds the report for tools. */
export function buildImportReportJson({ plan }: ReadyImport): unknown {
  const list = (fate: PlannedRow['fate']) =>
    rowsOf(plan, fate).map((row) => ({ ...row, entry: undefined, before: undefined, id: row.entry?.id }));
  return { imported: list('imported'), leftOut: list('leftOut'), aside: list('aside') };
}
