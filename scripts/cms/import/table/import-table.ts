/** Converts rows to checked entries, each whole or not at all. Pure. */
import type { Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import { rawEntryTitle } from '@/model/fields/entry-title';
import type { RawEntry } from '@/model/types/entry';
import { normalizeEntry } from '@/pipeline/check/normalize';
import { checkFieldsSize } from '@/sources/entry-size';
import { claimId } from '../values/claim-id';
import type { ExistingEntries } from '../../edit/entry-store';
import { convertRow } from '../convert-row';
import { checkFields, checkId, checkLanguages, checkLinks } from '../row/check-entry';
import { buildTitleKeys, checkRepeatedTitle, indexTitles } from '../row/repeated-titles';
import type { RowContext } from '../row/row-context';
import { findOtherRows, type OtherRow } from '../row/other-rows';
import { hindersDraft, readablePart } from '../row/readable-part';
import type { RowFinding } from '../row/row-finding';
import { findSourceEntries, matchRows, type SourceRow } from '../known/match-rows';
import { buildTitleRow, mergeRow, withSource } from '../known/merge-row';
import type { ImportRow, ImportTable } from './table';

/** A row that became an entry, with warnings for an editor. */
interface ImportedRow {
  readonly row: number;
  readonly entry: RawEntry;
  /** The entry that it changes, or leaves as it is; undefined if the row became a new one. */
  readonly before?: RawEntry;
  readonly warnings: readonly RowFinding[];
  /** What a draft lacks, and what of the row couldn't be read. */
  readonly toComplete: readonly RowFinding[];
}

/** A row that didn't become an entry, and why. */
export interface LeftOutRow {
  readonly row: number;
  /** The title of the row, if it could be read. */
  readonly title: string | undefined;
  readonly problems: readonly RowFinding[];
  /** What else a draft of it would lack. */
  readonly toComplete?: readonly RowFinding[];
}

/** A row that a review set aside, or that is no listing. */
interface AsideRow extends Pick<LeftOutRow, 'row' | 'title'> {
  readonly reason?: OtherRow;
}

export interface ImportResult {
  /** Rows that became entries, or changed some. */
  readonly imported: readonly ImportedRow[];
  /** Rows whose entries are as they say already. */
  readonly unchanged: readonly ImportedRow[];
  /** Entries of this source that no row stands for any more. */
  readonly missing: readonly RawEntry[];
  readonly leftOut: readonly LeftOutRow[];
  readonly aside: readonly AsideRow[];
}

const isBlocking = ({ severity }: RowFinding) => severity === 'blocks';

/** Joins findings. A fault in reading a cell replaces what validation says about the same field. */
function mergeFindings(read: readonly RowFinding[], checked: readonly RowFinding[]): RowFinding[] {
  // A cell with several items was read as one.
  const formatPlace = ({ locale, field = '' }: RowFinding) =>
    `${locale ?? ''}/${field.replace(/\.\d+(?=\.|$)/g, '')}`;
  const said = new Set(read.filter(isBlocking).map(formatPlace));
  return [...read, ...checked.filter((finding) => !said.has(formatPlace(finding)))];
}

/** A row that was read, before it is known whether it becomes a new entry. */
interface ReadRow extends SourceRow {
  readonly row: ImportRow;
  readonly title: string | undefined;
  readonly findings: readonly RowFinding[];
}

function readRow(row: ImportRow, context: RowContext): ReadRow | LeftOutRow {
  const fault = checkFieldsSize(Object.fromEntries(row.cells));
  // A row this large isn't converted: that would take minutes.
  if (fault) return { row: row.number, title: undefined, problems: [{ ...fault, severity: 'blocks' }] };
  const read = convertRow(row, context);
  const title = rawEntryTitle({ ...read, id: '' }) || undefined;
  const { entry, findings } = normalizeEntry({
    id: readCell(row, context.columns.id),
    type: read.type,
    locales: read.locales,
    shared: read.shared,
    origin: { label: `row ${row.number}` },
  });
  return {
    row,
    title,
    entry,
    ownStatus: read.ownStatus,
    computed: read.computed,
    key: readCell(row, context.columns.row) || buildTitleRow(entry, readOrganization(row, context)),
    findings: [
      ...(row.fault ? [{ code: 'row-faulty', severity: 'blocks' as const, ...row.fault }] : []),
      ...mergeFindings(read.findings, findings),
    ],
  };
}

/** The organization in the sheet's words, whether or not it is known. */
function readOrganization(row: ImportRow, { columns }: RowContext): string {
  const own = [...columns.targets].filter(([, targets]) =>
    targets.some(({ field }) => field.path === 'organization'),
  );
  return own.map(([column]) => readCell(row, column)).join(' ');
}

function readCell(row: ImportRow, column: string | undefined): string {
  const cell = column === undefined ? undefined : row.cells.get(column);
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
}

/** Imports the rows of a table in order, so that the first of two equal rows stays. */
export function importTable(
  table: ImportTable,
  context: RowContext,
  existing: ExistingEntries,
): ImportResult {
  const read = table.rows.map((row) => readRow(row, context));
  const rows = read.filter((one) => 'entry' in one);
  const { source } = context;
  const known = source === undefined ? [] : findSourceEntries(existing.entries, context.type, source);
  const { entryOf, missing } = matchRows(rows, known);
  const matched = new Set(entryOf.values());
  const state: ImportState = {
    context,
    availableLocales: existing.locales,
    taken: new Set(existing.ids),
    // The titles of entries that rows stand for are those of the rows.
    titles: indexTitles(existing.entries.filter((entry) => !matched.has(entry))),
    keys: new Set(),
  };
  const imported: ImportedRow[] = [];
  const unchanged: ImportedRow[] = [];
  const leftOut: LeftOutRow[] = [];
  const aside: AsideRow[] = [];
  const others = findOtherRows(table);
  for (const one of read) {
    const number = 'entry' in one ? one.row.number : one.row;
    const reason = others.get(number);
    if (context.aside.has(number) || reason) {
      if ('entry' in one) keepTitles(entryOf.get(one), state);
      aside.push({ row: number, title: one.title, ...(reason ? { reason } : {}) });
    } else if (!('entry' in one)) {
      leftOut.push(one);
    } else {
      const result = importRow(one, entryOf.get(one), state);
      if (!('entry' in result)) leftOut.push(result);
      else if (result.before === result.entry) unchanged.push(result);
      else imported.push(result);
    }
  }
  return { imported, unchanged, leftOut, aside, missing };
}

/** The ids, titles and keys that the rows before have taken. */
interface ImportState {
  readonly context: RowContext;
  readonly availableLocales: readonly Locale[];
  readonly taken: Set<string>;
  readonly titles: Map<string, string>;
  /** The keys that told the rows before apart. */
  readonly keys: Set<string>;
}

/** Of a row that isn't imported its entry stays, and so does its title. */
function keepTitles(before: RawEntry | undefined, { titles }: ImportState): void {
  for (const { key } of before ? buildTitleKeys(before) : [])
    titles.set(key, titles.get(key) ?? before?.origin.label ?? '');
}

function importRow(
  read: ReadRow,
  before: RawEntry | undefined,
  state: ImportState,
): ImportedRow | LeftOutRow {
  const { context, taken, titles, keys } = state;
  const { row, title } = read;
  const isDraft = (before ?? read.entry).shared['status'] === 'draft';
  const readable = isDraft ? readablePart(read.entry) : read.entry;
  const merged = before ? mergeRow(before, { ...read, entry: readable }, context) : undefined;
  const entry = merged?.entry ?? readable;
  const shown = before ? entry : read.entry;
  const problems = [
    ...checkKey(read, context, keys),
    ...(before ? [] : checkId(entry.id, taken)),
    ...mergeFindings([...read.findings, ...(merged?.findings ?? [])], checkFields(shown, context)),
    ...checkLinks(shown),
    ...checkLanguages(entry, state.availableLocales),
    ...checkRepeatedTitle(entry, titles),
  ];
  if (read.key !== '') keys.add(read.key);
  const hinders = (finding: RowFinding) =>
    isBlocking(finding) && (!isDraft || hindersDraft(finding, read.entry, context.source));
  if (problems.some(hinders)) {
    keepTitles(before, state);
    const blocking = problems.filter(isBlocking);
    return {
      row: row.number,
      title,
      problems: blocking.filter(hinders),
      toComplete: blocking.filter((finding) => !hinders(finding)),
    };
  }

  const id = before?.id ?? (entry.id || claimId(title ?? '', `${entry.type}-${row.number}`, taken));
  taken.add(id);
  // The row's own title is taken too where an editor gave the entry another one.
  for (const { key } of [...buildTitleKeys(entry), ...buildTitleKeys(read.entry)])
    titles.set(key, `row ${row.number}`);
  const result = {
    row: row.number,
    warnings: problems.filter((finding) => !isBlocking(finding)),
    toComplete: problems.filter(isBlocking),
  };
  if (before && merged) return { ...result, before, entry: merged.isChanged ? entry : before };
  return { ...result, entry: withSource({ ...entry, id }, { ...read, entry: readable }, context) };
}

/** Finds a row that is told apart from an earlier one by nothing but its cells. */
function checkKey(
  { key }: ReadRow,
  { columns, source }: RowContext,
  keys: ReadonlySet<string>,
): RowFinding[] {
  if (source === undefined || columns.row === undefined || columns.row === columns.id) return [];
  return key !== '' && keys.has(key)
    ? [
        {
          code: 'row-repeated',
          severity: 'blocks',
          message: `is called “${excerpt(key, 40)}” like an earlier row`,
          hint: 'Give each row a value of its own in the column that tells rows apart.',
        },
      ]
    : [];
}
