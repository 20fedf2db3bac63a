/** Converts a row to a raw entry without an id. */
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import { excerpt } from '@/model/characters';
import { unwrap } from '@/model/fields/fields';
import { opportunityStatuses, publicationStatuses } from '@/model/vocabularies/kinds';
import type { RawEntry, RawFields } from '@/model/types/entry';
import type { ProblemFinding } from '@/model/problems';
import { z } from 'zod';
import type { StatusMode } from './table/column-map';
import type { ImportColumns } from './table/match-columns';
import { convertValue, type CellContext } from './values/convert-value';
import { applyDefaults } from './values/apply-defaults';
import { cutText } from './values/cut-text';
import { foldWords } from './values/fold-words';
import { parseStatus } from './values/status-words';
import { getImportFields, type ImportField, type ImportTarget, type ImportType } from './import-fields';
import type { ImportRow } from './table/table';

/** The settings that all rows of a file share. */
export interface RowContext {
  readonly type: ImportType;
  readonly columns: ImportColumns;
  /** The language of columns that don't name one, if the row doesn't name it either. */
  readonly language: Locale | undefined;
  /** The values of blank cells, by the field's path. */
  readonly defaults: ReadonlyMap<string, unknown>;
  /** The values of every row, whatever its cells say, by the field's path. */
  readonly set?: ReadonlyMap<string, unknown>;
  /** The most characters of texts, by the field's path. */
  readonly cuts?: ReadonlyMap<string, number>;
  /** `draft` and `open` apply to every row, but one that is paused, filled or closed isn't opened again. */
  readonly status: StatusMode;
  /** The name by which entries remember where they came from; none for messages of forms. */
  readonly source?: string | undefined;
  /** True for some rows of the source only. */
  readonly isPart?: boolean;
  /** The day (`YYYY-MM-DD`) of the import. */
  readonly today: string;
  readonly cellContext: Omit<CellContext, 'report'>;
}

/** An entry without an id, and the findings of its conversion. */
export interface ConvertedRow extends Pick<RawEntry, 'type' | 'locales' | 'shared'> {
  readonly findings: readonly ProblemFinding[];
  /** The status that the row says, if it could be understood. */
  readonly ownStatus: string | undefined;
  /** Fields that aren't the row's own statement. */
  readonly computed: ReadonlySet<string>;
}

type Fields = Record<string, unknown>;

/** Sets the value at a dotted path. Values of several columns of one list are joined, and texts that a mapping joins. */
function setField(fields: Fields, { field: { path, meta }, order }: ImportTarget, value: unknown): void {
  if (value === undefined) return;
  const [first = '', part] = path.split('.');
  const present = fields[first];
  if (part !== undefined) {
    fields[first] = { ...(typeof present === 'object' ? present : {}), [part]: value };
  } else if (Array.isArray(present) && Array.isArray(value)) {
    fields[first] = [...(present as unknown[]), ...(value as unknown[])];
  } else if (order !== undefined && typeof present === 'string' && typeof value === 'string') {
    fields[first] = `${present}${meta.widget === 'markdown' ? '\n\n' : ' '}${value}`;
  } else if (order === undefined || present === undefined) {
    fields[first] = value;
  }
}

/** Lists the languages that the row's columns name. */
function findTextLanguages(row: ImportRow, { columns }: RowContext): Locale[] {
  const named = [...row.cells.keys()].flatMap((column) =>
    (columns.targets.get(column) ?? []).flatMap(({ locale }) => locale ?? []),
  );
  return [...new Set(named)];
}

/** Finds the row's original language: its own statement, that of the command, or the only language of its texts. */
function findOriginalLanguage(row: ImportRow, context: RowContext, said: unknown): Locale | undefined {
  if (isLocale(said)) return said;
  if (context.language !== undefined) return context.language;
  const [only, ...others] = findTextLanguages(row, context);
  return others.length === 0 ? only : undefined;
}

/** Statuses of opportunities that take no applications any more. */
const ended = new Set(['paused', 'filled', 'closed']);

/** Returns a new entry's status: that of the command, unless the row is over or the row's own counts. */
function chooseStatus({ type, status }: RowContext, own: string | undefined): string {
  const open = type === 'opportunity' ? 'open' : 'published';
  if (status === 'draft') return 'draft';
  if (status === 'sheet') return own ?? 'draft';
  return own !== undefined && ended.has(own) ? own : open;
}

/** Reads the status that a row says: a term of the model, or a usual word. */
function readStatus({ type }: RowContext, said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined;
  const choices: readonly string[] = type === 'opportunity' ? opportunityStatuses : publicationStatuses;
  const status = choices.includes(said) ? said : parseStatus(said);
  const known = type === 'organization' && status === 'open' ? 'published' : status;
  return known !== undefined && choices.includes(known) ? known : undefined;
}

/** Mentions a row's status where the entry gets another one. */
function reportStatus(
  said: unknown,
  own: string | undefined,
  status: string,
  findings: ProblemFinding[],
): void {
  if (said === undefined || own === status) return;
  const base = { severity: 'warns' as const, field: 'status' };
  const word = excerpt(String(said), 40);
  findings.push(
    own === undefined
      ? {
          ...base,
          code: 'status-unknown',
          message: `is “${word}”, which is no status; the entry becomes “${status}”`,
          hint: 'Say under values in the mapping what the word means.',
        }
      : {
          ...base,
          code: 'status-overruled',
          message: `is “${word}” in the sheet; the entry becomes “${status}”`,
          hint: 'Use --status sheet to follow the sheet.',
        },
  );
}

/** The last day for applications, if it can be read. */
function readClosingDay({ closes }: RawFields): string | undefined {
  const date = typeof closes === 'object' && closes !== null && 'date' in closes ? closes.date : undefined;
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

/** The day on which an opportunity was posted, if the row doesn't say it: today, or before it closed. */
function choosePosted(shared: RawFields, today: string): string {
  const closing = readClosingDay(shared);
  return closing !== undefined && closing < today ? closing : today;
}

/** Builds the required fields that the import can fill in itself. */
function buildRequiredFields(
  { type, today }: RowContext,
  shared: RawFields,
  original: Locale | undefined,
): Fields {
  return {
    ...(original === undefined ? {} : { originalLanguage: original }),
    updated: shared['updated'] ?? today,
    ...(type === 'opportunity'
      ? { posted: shared['posted'] ?? choosePosted(shared, today) }
      : { joined: shared['joined'] ?? today }),
  };
}

/** A length in weeks needn't say so. */
function addLengthKind(shared: Fields): void {
  const { length } = shared;
  if (typeof length === 'object' && length !== null && 'weeks' in length && !('kind' in length))
    shared['length'] = { kind: 'weeks', ...length };
}

/** Adds the way to apply where a row has an address for it and doesn't say how. */
function addApplyWay({ type }: RowContext, shared: Fields, findings: ProblemFinding[]): void {
  if (type !== 'opportunity' || shared['applyBy'] !== undefined) return;
  const way =
    shared['applyUrl'] === undefined
      ? shared['applyEmail'] === undefined
        ? undefined
        : 'email'
      : 'external';
  if (way === undefined) return;
  shared['applyBy'] = way;
  findings.push({
    code: 'apply-way-implied',
    severity: 'warns',
    field: way === 'email' ? 'applyEmail' : 'applyUrl',
    message: 'is given, so people apply there and not by the form of the site',
    hint: 'Leave the column out with null in the mapping if they should use the form.',
  });
}

/** Numbers that mean nothing where a field needs more than none. */
const zero = /^\s*0(?:[.,]0+)?\s*(?:-\s*0\s*)?(?:\p{L}+\.?)?\s*$/u;
const positiveFields = new Set(['hours', 'hours.min', 'hours.max', 'length.weeks', 'places', 'replyDays']);

/** True for a cell that counts as blank, since it says 0 where that means nothing and there is a default. */
function isEmptyNumber(cell: unknown, { path }: ImportField, { defaults, set }: RowContext): boolean {
  if (!positiveFields.has(path) || !zero.test(String(cell))) return false;
  const [first = ''] = path.split('.');
  return [...defaults.keys(), ...(set?.keys() ?? [])].some((key) => key === path || key.startsWith(first));
}

/** Pairs the cells of a row with their fields, in the order in which a mapping joins them. */
function pairCells(
  row: ImportRow,
  context: RowContext,
  findings: ProblemFinding[],
): [ImportTarget, unknown][] {
  const pairs = [...row.cells].flatMap(([column, value]) =>
    (context.columns.targets.get(column) ?? []).map((target): [ImportTarget, unknown] => [target, value]),
  );
  return pairs
    .filter(([{ field, locale }, cell]) => {
      // What the mapping sets holds for every row.
      if (context.set?.has(field.path) && locale === undefined) return false;
      if (!isEmptyNumber(cell, field, context)) return true;
      findings.push({
        code: 'zero-replaced',
        severity: 'warns',
        field: field.path,
        message: 'is 0, so the value of the mapping was taken',
        hint: 'Fill the cell in if that is wrong.',
      });
      return false;
    })
    .toSorted(([a], [b]) => (a.order ?? 0) - (b.order ?? 0));
}

/** Cuts texts that are longer than the mapping allows. */
function cutTexts(
  fields: Fields,
  locale: Locale,
  { cuts = new Map() }: RowContext,
  findings: ProblemFinding[],
) {
  for (const [place, longest] of cuts) {
    const [first = '', ...rest] = place.split('.');
    const name = isLocale(first) ? rest.join('.') : place;
    const text = fields[name];
    if ((isLocale(first) && first !== locale) || typeof text !== 'string' || text.length <= longest) continue;
    fields[name] = cutText(text, longest);
    findings.push({
      code: 'text-cut',
      severity: 'warns',
      locale,
      field: name,
      message: `had ${text.length} characters, and was cut to ${longest}`,
      hint: 'Read the end of it once.',
    });
  }
}

/** Converts a row. Values that can't be understood are left in place, so that validation reports them. */
export function convertRow(row: ImportRow, context: RowContext): ConvertedRow {
  const findings: ProblemFinding[] = [];
  const createCellContext = (locale?: Locale): CellContext => ({
    ...context.cellContext,
    report: (finding) => findings.push(locale === undefined ? finding : { ...finding, locale }),
  });
  const cells = pairCells(row, context, findings);
  const { type, defaults, set = new Map<string, unknown>() } = context;

  const read: Fields = {};
  for (const [target, value] of cells) {
    if (target.field.localized) continue;
    const isStatus = target.field.path === 'status';
    setField(
      read,
      target,
      isStatus ? translateStatus(value, context) : convertCell(target.field, value, createCellContext()),
    );
  }
  const filled = applyDefaults(read, type, new Map([...defaults, ...set]), createCellContext());
  const said = filled['status'];
  const shared: Fields = { ...filled };
  addApplyWay(context, shared, findings);
  addLengthKind(shared);
  const original = findOriginalLanguage(row, context, shared['originalLanguage']);
  if (original === undefined) findings.push(languageMissing);

  const locales: Partial<Record<Locale, Fields>> = {};
  for (const [target, value] of cells) {
    const { field, locale = original } = target;
    if (!field.localized || locale === undefined) continue;
    setField((locales[locale] ??= {}), target, convertCell(field, value, createCellContext(locale)));
  }
  if (original !== undefined) {
    const texts = (locales[original] ??= {});
    for (const [path, value] of [...defaults, ...set]) {
      const field = getImportFields(type).get(path);
      if (field?.localized === true && !path.includes('.'))
        texts[path] ??= convertCell(field, value, createCellContext(original));
    }
  }
  for (const [locale, texts] of Object.entries(locales)) cutTexts(texts, locale as Locale, context, findings);

  const ownStatus = readStatus(context, said);
  const status = chooseStatus(context, ownStatus);
  reportStatus(said, ownStatus, status, findings);
  const required = buildRequiredFields(context, shared, original);
  return {
    type,
    locales,
    shared: { ...shared, ...required, status },
    findings,
    ownStatus,
    computed: new Set(Object.keys(required).filter((name) => shared[name] === undefined)),
  };
}

/** Returns the meaning of a status's word in this file. */
function translateStatus(cell: unknown, { cellContext: { wordMeanings } }: RowContext): unknown {
  return wordMeanings.get('status')?.get(foldWords(String(cell))) ?? String(cell).trim();
}

/** Converts a cell. A single value for a list field becomes a list of one. */
function convertCell({ schema, path }: ImportField, cell: unknown, context: CellContext): unknown {
  const value = convertValue(schema, cell, path, context);
  return unwrap(schema) instanceof z.ZodArray && !Array.isArray(value) ? [value] : value;
}

const languageMissing: ProblemFinding = {
  code: 'language-unknown',
  severity: 'blocks',
  field: 'originalLanguage',
  message: 'is missing, and it isn’t clear in which language this was written',
  hint: `Say it with --language (${Object.keys(localeTable).join(', ')}), or in a column originalLanguage.`,
};

/** Finds the title of a row for messages. */
export function findRowTitle(
  entry: Pick<RawEntry, 'locales' | 'shared'>,
  titleField: string,
): string | undefined {
  const original = entry.shared['originalLanguage'];
  const fields = isLocale(original) ? entry.locales[original] : Object.values(entry.locales)[0];
  const title = fields?.[titleField];
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}
