/** Converts rows to checked entries, each whole or not at all. Pure. */
import { locales, localeTable, type Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import type { RawEntry } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import { problemFindings, type ProblemFinding } from '@/model/problems';
import { contentTypes } from '@/model/types/types';
import { mapEntry } from '@/model/fields/walk';
import { createLinkResolver } from '@/pipeline/texts/markdown/resolve-link';
import { reviewMarkdown } from '@/pipeline/texts/markdown/review-markdown';
import { normalizeEntry } from '@/pipeline/check/normalize';
import { validate } from '@/pipeline/check/validate';
import { checkFieldsSize } from '@/sources/entry-size';
import { foldWords } from '../values/fold-words';
import { claimId } from '../values/claim-id';
import type { ExistingEntries } from '../existing-entries';
import { convertRow, findRowTitle } from '../convert-row';
import type { RowContext } from '../row/row-context';
import { findSourceEntries, matchRows, type SourceRow } from '../known/match-rows';
import { buildTitleRow, mergeRow, withSource } from '../known/merge-row';
import type { ImportRow, ImportTable } from './table';

/** A row that became an entry, with warnings for an editor. */
export interface ImportedRow {
  readonly row: number;
  readonly entry: RawEntry;
  /** The entry that it changes, or leaves as it is; undefined if the row became a new one. */
  readonly before?: RawEntry;
  readonly warnings: readonly ProblemFinding[];
}

/** A row that didn't become an entry, and why. */
export interface LeftOutRow {
  readonly row: number;
  /** The title of the row, if it could be read. */
  readonly title: string | undefined;
  readonly problems: readonly ProblemFinding[];
}

export interface ImportResult {
  /** Rows that became entries, or changed some. */
  readonly imported: readonly ImportedRow[];
  /** Rows whose entries are as they say already. */
  readonly unchanged: readonly ImportedRow[];
  /** Entries of this source that no row stands for any more. */
  readonly missing: readonly RawEntry[];
  readonly leftOut: readonly LeftOutRow[];
}

const isBlocking = ({ severity }: ProblemFinding) => severity === 'blocks';

/** Joins findings. A fault in reading a cell replaces what validation says about the same field. */
function mergeFindings(
  read: readonly ProblemFinding[],
  checkEntry: readonly ProblemFinding[],
): ProblemFinding[] {
  // A cell with several items was read as one.
  const formatPlace = ({ locale, field = '' }: ProblemFinding) =>
    `${locale ?? ''}/${field.replace(/\.\d+(?=\.|$)/g, '')}`;
  const said = new Set(read.filter(isBlocking).map(formatPlace));
  return [...read, ...checkEntry.filter((finding) => !said.has(formatPlace(finding)))];
}

/** A row that was read, before it is known whether it becomes a new entry. */
interface ReadRow extends SourceRow {
  readonly row: ImportRow;
  readonly title: string | undefined;
  readonly findings: readonly ProblemFinding[];
}

function readRow(row: ImportRow, context: RowContext): ReadRow | LeftOutRow {
  const fault = checkFieldsSize(Object.fromEntries(row.cells));
  // A row this large isn't converted: that would take minutes.
  if (fault) return { row: row.number, title: undefined, problems: [{ ...fault, severity: 'blocks' }] };
  const read = convertRow(row, context);
  const title = findRowTitle(read, contentTypes[context.type].title);
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
    key: readCell(row, context.columns.row) || buildTitleRow(entry),
    findings: [
      ...(row.fault ? [{ code: 'row-faulty', severity: 'blocks' as const, ...row.fault }] : []),
      ...mergeFindings(read.findings, findings),
    ],
  };
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
  const { entryOf, missing } = matchRows(rows, known, context.isPart);
  const matched = new Set(entryOf.values());
  const state: ImportState = {
    context,
    availableLocales: existing.locales ?? locales,
    taken: new Set(existing.ids),
    // The titles of entries that rows stand for are those of the rows.
    titles: indexTitles(existing.entries.filter((entry) => !matched.has(entry))),
    keys: new Set(),
  };
  const imported: ImportedRow[] = [];
  const unchanged: ImportedRow[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const one of read) {
    if (!('entry' in one)) {
      leftOut.push(one);
      continue;
    }
    const result = importRow(one, entryOf.get(one), state);
    if (!('entry' in result)) leftOut.push(result);
    else if (result.before === result.entry) unchanged.push(result);
    else imported.push(result);
  }
  return { imported, unchanged, leftOut, missing };
}

/** What the rows before have taken. */
interface ImportState {
  readonly context: RowContext;
  readonly availableLocales: readonly Locale[];
  readonly taken: Set<string>;
  readonly titles: Map<string, string>;
  /** What told the rows before apart. */
  readonly keys: Set<string>;
}

function importRow(
  read: ReadRow,
  before: RawEntry | undefined,
  state: ImportState,
): ImportedRow | LeftOutRow {
  const { context, taken, titles, keys } = state;
  const { row, title } = read;
  const merged = before ? mergeRow(before, read, context) : undefined;
  const entry = merged?.entry ?? read.entry;
  const problems = [
    ...checkKey(read, context, keys),
    ...(before ? [] : checkId(entry.id, taken)),
    ...mergeFindings([...read.findings, ...(merged?.findings ?? [])], checked(entry, context)),
    ...checkLinks(entry),
    ...checkLanguages(entry, state.availableLocales),
    ...checkRepeatedTitle(entry, titles),
  ];
  if (read.key !== '') keys.add(read.key);
  if (problems.some(isBlocking)) {
    // Its entry stays, and so does its title.
    for (const { key } of before ? buildTitleKeys(before) : [])
      titles.set(key, titles.get(key) ?? before?.origin.label ?? '');
    return { row: row.number, title, problems: problems.filter(isBlocking) };
  }

  const id = before?.id ?? (entry.id || claimId(title ?? '', `${entry.type}-${row.number}`, taken));
  taken.add(id);
  for (const { key } of buildTitleKeys(entry)) titles.set(key, `row ${row.number}`);
  const result = { row: row.number, warnings: problems };
  if (before && merged) return { ...result, before, entry: merged.isChanged ? entry : before };
  return { ...result, entry: withSource({ ...entry, id }, read, context) };
}

/** Finds a row that is told apart from an earlier one by nothing but its cells. */
function checkKey(
  { key }: ReadRow,
  { columns, source }: RowContext,
  keys: ReadonlySet<string>,
): ProblemFinding[] {
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

/**
 * Validates the entry as if it were on the site, whatever its status is. A build would leave out a faulty translation
 * alone. Here it is a fault of the row, which should be corrected in the sheet.
 */
function checked(entry: RawEntry, { type }: RowContext): ProblemFinding[] {
  const status = entry.shared['status'];
  const live = type === 'opportunity' ? 'open' : 'published';
  const shown = status === 'draft' || status === 'review' ? { ...entry.shared, status: live } : entry.shared;
  const original = entry.shared['originalLanguage'];
  const originalOnly = Object.entries(entry.locales).filter(([locale]) => locale === original);
  const { problems } = validate({ ...entry, shared: shown, locales: Object.fromEntries(originalOnly) });
  const translations = contentTypes[type].localized.partial();
  return [
    ...problems,
    ...locales.flatMap((locale) => {
      const fields = locale === original ? undefined : entry.locales[locale];
      const { error } = fields ? translations.safeParse(fields) : {};
      return error ? problemFindings(error.issues, fields).map((finding) => ({ ...finding, locale })) : [];
    }),
  ];
}

const resolveLink = createLinkResolver();

/** Finds faulty links of long texts. Only a build can check whether the page of a link exists. */
function checkLinks(entry: RawEntry): ProblemFinding[] {
  const findings: ProblemFinding[] = [];
  mapEntry(entry, ({ widget }, value, place) => {
    if (widget === 'markdown' && typeof value === 'string') {
      const found = reviewMarkdown(value, resolveLink).findings;
      findings.push(
        ...found.filter(({ code }) => code.startsWith('text-link')).map((one) => ({ ...one, ...place })),
      );
    }
    return value;
  });
  return findings;
}

/** Finds texts in languages that the destination can't store. They would be lost. */
function checkLanguages(entry: RawEntry, spaceLocales: readonly Locale[]): ProblemFinding[] {
  return locales
    .filter((locale) => entry.locales[locale] && !spaceLocales.includes(locale))
    .map((locale) => ({
      code: 'locale-missing',
      severity: 'blocks',
      locale,
      message: `is a language that the space has no locale for (${localeTable[locale].name})`,
      hint: 'Add the locale in Contentful (Settings → Locales), or leave these texts out.',
    }));
}

function checkId(id: string, taken: ReadonlySet<string>): ProblemFinding[] {
  if (id === '') return [];
  const base = { severity: 'blocks' as const, field: 'id' };
  if (!entryId.safeParse(id).success) {
    return [
      {
        ...base,
        code: 'id-invalid',
        message: `is "${excerpt(id, 40)}", which can’t be a file’s name`,
        hint: 'Use 1 to 64 letters, digits, dots, hyphens or underscores, or leave it out.',
      },
    ];
  }
  return taken.has(id)
    ? [
        {
          ...base,
          code: 'id-taken',
          message: `is “${id}”, and there is an entry with that id, which is not overwritten`,
          hint: 'Edit that entry, or give the row another id.',
        },
      ]
    : [];
}

/** Builds keys that are equal for repeated titles: with the language and, for an opportunity, its organization. */
function buildTitleKeys({ type, locales: byLocale, shared }: RawEntry): { key: string; locale: Locale }[] {
  const owner = type === 'opportunity' ? String(shared['organization']) : '';
  return locales.flatMap((locale) => {
    const title = byLocale[locale]?.[contentTypes[type].title];
    return typeof title === 'string'
      ? [{ key: `${type}/${owner}/${locale}/${foldWords(title)}`, locale }]
      : [];
  });
}

function indexTitles(entries: readonly RawEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry) => buildTitleKeys(entry).map(({ key }) => [key, entry.origin.label])),
  );
}

function checkRepeatedTitle(entry: RawEntry, titles: ReadonlyMap<string, string>): ProblemFinding[] {
  return buildTitleKeys(entry)
    .flatMap(({ key, locale }): ProblemFinding[] => {
      const other = titles.get(key);
      if (other === undefined) return [];
      return [
        {
          code: 'title-repeated',
          severity: 'blocks',
          locale,
          field: contentTypes[entry.type].title,
          message: `is that of ${other}${entry.type === 'opportunity' ? ', from the same organization' : ''}`,
          hint: 'Remove one of the two, or give them different titles.',
        },
      ];
    })
    .slice(0, 1);
}
