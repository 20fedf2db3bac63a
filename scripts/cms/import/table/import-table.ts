/** Decides what becomes of each row: a checked entry, whole, or none. Pure. */
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
import { findOnSite } from '../row/on-site';
import { buildTitleKeys, checkRepeatedTitle, indexTitles } from '../row/repeated-titles';
import type { RowContext } from '../row/row-context';
import { findOtherRows, type OtherRow } from '../row/other-rows';
import { hindersDraft, readablePart } from '../row/readable-part';
import type { RowFinding } from '../row/row-finding';
import { findSourceEntries, matchRows } from '../known/match-rows';
import { buildTitleRow, mergeRow, withSource } from '../known/merge-row';
import type { ImportRow, ImportTable } from './table';

/** A row, and what becomes of it. */
export interface PlannedRow {
  readonly row: number;
  /** The title of the row, if it could be read. */
  readonly title: string | undefined;
  /** `unchanged`: its entry is as it says already. `aside`: a review set it aside, or it is no listing. */
  readonly fate: 'imported' | 'unchanged' | 'leftOut' | 'aside';
  /** Why it is no listing. */
  readonly reason?: OtherRow | undefined;
  /** The entry that it becomes. */
  readonly entry?: RawEntry;
  /** The entry that it changes, or leaves as it is; undefined if the row became a new one. */
  readonly before?: RawEntry | undefined;
  /** Why it is left out. */
  readonly problems: readonly RowFinding[];
  /** Fields that a draft of it lacks, and cells that couldn't be read. */
  readonly toComplete: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
}

const noFindings = { problems: [], toComplete: [], warnings: [] };

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
type ReadRow = ReturnType<typeof readRow>;

function readRow(row: ImportRow, context: RowContext) {
  const fault = checkFieldsSize(Object.fromEntries(row.cells));
  // A row this large isn't converted: that would take minutes.
  const read = convertRow(fault ? { ...row, cells: new Map() } : row, context);
  const { entry, findings } = normalizeEntry({
    id: readCell(row, context.columns.id),
    type: read.type,
    locales: read.locales,
    shared: read.shared,
    origin: { label: `row ${row.number}` },
  });
  return {
    number: row.number,
    title: rawEntryTitle({ ...read, id: '' }) || undefined,
    /** Why nothing of it was read. */
    fault: fault && { ...fault, severity: 'blocks' as const },
    entry,
    ownStatus: read.ownStatus,
    computed: read.computed,
    /** Where its cells say that the work is done on site. */
    onSite: read.type === 'opportunity' ? findOnSite(row) : [],
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

/** Plans the rows of a table in order, so that the first of two equal rows stays. `missing` are entries of this source without a row. */
export function importTable(
  table: ImportTable,
  context: RowContext,
  existing: ExistingEntries,
): { readonly rows: readonly PlannedRow[]; readonly missing: readonly RawEntry[] } {
  const read = table.rows.map((row) => readRow(row, context));
  const { source } = context;
  const known = source === undefined ? [] : findSourceEntries(existing.entries, context.type, source);
  const { entryOf, missing } = matchRows(read, known);
  const matched = new Set(entryOf.values());
  const state: ImportState = {
    context,
    availableLocales: existing.locales,
    taken: new Set(existing.ids),
    // The titles of entries that rows stand for are those of the rows.
    titles: indexTitles(existing.entries.filter((entry) => !matched.has(entry))),
    keys: new Set(),
  };
  const others = findOtherRows(table);
  const rows = read.map((one): PlannedRow => {
    const { number, title } = one;
    const reason = others.get(number);
    const isAside = reason !== undefined || context.aside.has(number);
    const planned: PlannedRow = isAside
      ? { row: number, title, fate: 'aside', reason, ...noFindings }
      : planRow(one, entryOf.get(one), state);
    // Of a row that isn't imported its entry stays, and so does its title.
    if (!planned.entry) keepTitles(entryOf.get(one), state);
    return planned;
  });
  return { rows, missing };
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

function keepTitles(before: RawEntry | undefined, { titles }: ImportState): void {
  for (const { key } of before ? buildTitleKeys(before) : [])
    titles.set(key, titles.get(key) ?? before?.origin.label ?? '');
}

function planRow(read: ReadRow, before: RawEntry | undefined, state: ImportState): PlannedRow {
  const { context, taken, titles, keys } = state;
  const { number: row, title, fault } = read;
  if (fault) return { ...noFindings, row, title, fate: 'leftOut', problems: [fault] };
  const isDraft = (before ?? read.entry).shared['status'] === 'draft';
  const readable = isDraft ? readablePart(read.entry) : read.entry;
  const merged = before ? mergeRow(before, { ...read, entry: readable }, context) : undefined;
  const entry = merged?.entry ?? readable;
  const shown = before ? entry : read.entry;
  const found = [
    ...checkKey(read, context, keys),
    // Of an entry that is there an editor has decided.
    ...(before ? [] : [...checkId(entry.id, taken), ...read.onSite]),
    ...mergeFindings([...read.findings, ...(merged?.findings ?? [])], checkFields(shown, context)),
    ...checkLinks(shown),
    ...checkLanguages(entry, state.availableLocales),
    ...checkRepeatedTitle(entry, titles),
  ];
  if (read.key !== '') keys.add(read.key);
  const blocking = found.filter(isBlocking);
  const hinders = (finding: RowFinding) => !isDraft || hindersDraft(finding, read.entry, context.source);
  const planned = {
    row,
    title,
    problems: blocking.filter(hinders),
    toComplete: blocking.filter((finding) => !hinders(finding)),
    warnings: found.filter((finding) => !isBlocking(finding)),
  };
  if (planned.problems.length > 0) return { ...planned, fate: 'leftOut' };

  const id = before?.id ?? (entry.id || claimId(title ?? '', `${entry.type}-${row}`, taken));
  taken.add(id);
  // The row's own title is taken too where an editor gave the entry another one.
  for (const { key } of [...buildTitleKeys(entry), ...buildTitleKeys(read.entry)])
    titles.set(key, `row ${row}`);
  if (!before)
    return {
      ...planned,
      fate: 'imported',
      entry: withSource({ ...entry, id }, { ...read, entry: readable }, context),
    };
  return merged?.isChanged
    ? { ...planned, fate: 'imported', before, entry }
    : { ...planned, fate: 'unchanged', before, entry: before };
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
