/** Converts a row to a raw entry without an id. */
import { isLocale, localeTable, type Locale } from '@/i18n/locales';
import { unwrap } from '@/model/fields/fields';
import { isRecord } from '@/model/json';
import { z } from 'zod';
import type { CellContext } from './values/cell-terms';
import { convertValue, guessedHours, parseClosing, parseWeeks } from './values/convert-value';
import { parseHours, saysWeek } from './values/hours';
import { applyDefaults } from './values/apply-defaults';
import type { RowContext } from './row/row-context';
import { createValueFinding, type RowFinding } from './row/row-finding';
import { cutText } from './values/cut-text';
import { addApplyWay, buildRequiredFields } from './row/implied-fields';
import { pairCells } from './row/pair-cells';
import { chooseStatus, readStatus, reportStatus } from './row/row-status';
import type { ImportField, ImportTarget } from './import-fields';
import type { ImportRow } from './table/table';

type Fields = Record<string, unknown>;

/** Sets the value at a dotted path. Values of several columns of one list are joined, and texts that a mapping joins. */
function setField(fields: Fields, { field: { path, meta }, order }: ImportTarget, value: unknown): void {
  if (value === undefined) return;
  const [first = '', part] = path.split('.');
  const present = fields[first];
  if (part !== undefined) {
    const others = isRecord(present) ? present : {};
    // A length in weeks says its kind too, and a last day its zone, unless another column does.
    fields[first] = isRecord(value) ? { ...value, ...others } : { ...others, [part]: value };
  } else if (Array.isArray(present) && Array.isArray(value)) {
    fields[first] = [...(present as unknown[]), ...(value as unknown[])];
  } else if (order !== undefined && typeof present === 'string' && typeof value === 'string') {
    fields[first] = `${present}${meta.widget === 'markdown' ? '\n\n' : ' '}${value}`;
  } else if (order === undefined || present === undefined) {
    fields[first] = value;
  }
}

/** Finds the row's original language: its own statement, that of the command, or the only language of its texts. */
function findOriginalLanguage(
  cells: readonly (readonly [ImportTarget, unknown])[],
  { language, likelyLanguage }: RowContext,
  said: unknown,
): Locale | undefined {
  if (isLocale(said)) return said;
  if (language !== undefined) return language;
  const [only, ...others] = new Set(cells.flatMap(([{ locale }]) => locale ?? []));
  return (others.length === 0 ? only : undefined) ?? likelyLanguage;
}

/** Cuts texts that are longer than the mapping allows. */
function cutTexts(fields: Fields, locale: Locale, { map }: RowContext, findings: RowFinding[]) {
  for (const [place, { cut }] of Object.entries(map.fields)) {
    const name = place.replace(`${locale}.`, '');
    const text = fields[name];
    if (cut === undefined || typeof text !== 'string' || text.length <= cut) continue;
    fields[name] = cutText(text, cut);
    const message = `had ${text.length} characters, and was cut to ${cut}`;
    findings.push({ ...createValueFinding('text-cut', name, message), locale });
  }
}

/** Finds a bare number of hours where neither the cell nor its column says that they are those of a week. */
function doubtHours({ cells }: ImportRow, { columns, map }: RowContext): RowFinding[] {
  return [...cells].flatMap(([column, cell]) => {
    const text = typeof cell === 'number' ? String(cell) : cell;
    if (typeof text !== 'string') return [];
    const isHours = columns.targets.get(column)?.some(({ field }) => field.path === 'hours');
    // A mapping, and this program's own name of the field, mean hours a week.
    const isSaid = column === 'hours' || Object.hasOwn(map.columns, column) || [column, text].some(saysWeek);
    if (!isHours || isSaid) return [];
    const hours = parseHours(text);
    return hours && hours.max > 0 && !hours.isGuess ? [guessedHours(text, 'hours', hours)] : [];
  });
}

/** Converts a row. Values that can't be understood are left in place, so that validation reports them. */
export function convertRow(row: ImportRow, context: RowContext) {
  const findings = doubtHours(row, context);
  const createCellContext = (locale?: Locale): CellContext => ({
    ...context,
    report: (finding) => findings.push(locale === undefined ? finding : { ...finding, locale }),
  });
  const cells = pairCells(row, context);
  const { type, columns } = context;
  const defaults = Object.entries(context.map.defaults);
  const read: Fields = {};
  for (const [target, value] of cells) {
    if (target.field.localized) continue;
    const isStatus = target.field.path === 'status';
    setField(read, target, isStatus ? value : convertCell(target.field, value, createCellContext()));
  }
  const level = columns.level === undefined ? undefined : row.cells.get(columns.level);
  const ofRow = new Map<string, unknown>(typeof level === 'string' ? [['languages.level', level]] : []);
  const shared = applyDefaults(read, type, new Map([...ofRow, ...defaults]), createCellContext(), false);
  const said = shared['status'];
  if (type === 'opportunity') addApplyWay(shared);
  const original = findOriginalLanguage(cells, context, shared['originalLanguage']);
  if (original === undefined) findings.push(languageMissing);

  const locales: Partial<Record<Locale, Fields>> = {};
  for (const [target, value] of cells) {
    const { field, locale = original } = target;
    if (!field.localized || locale === undefined) continue;
    setField((locales[locale] ??= {}), target, convertCell(field, value, createCellContext(locale)));
  }
  if (original !== undefined) {
    const cellContext = createCellContext(original);
    locales[original] = applyDefaults(locales[original] ?? {}, type, new Map(defaults), cellContext, true);
  }
  for (const [locale, texts] of Object.entries(locales)) cutTexts(texts, locale as Locale, context, findings);

  const ownStatus = readStatus(context, said);
  const status = chooseStatus(context, ownStatus);
  findings.push(...reportStatus(said, ownStatus, status, context));
  const required = buildRequiredFields(context, shared, original);
  return {
    type,
    locales,
    shared: { ...shared, ...required, status },
    findings,
    /** The status that the row says, if it could be understood. */
    ownStatus,
    /** Fields that aren't the row's own statement. */
    computed: new Set(Object.keys(required).filter((name) => shared[name] === undefined)),
  };
}

/** Converts a cell. A single value for a list field becomes a list of one. */
function convertCell({ schema, path }: ImportField, cell: unknown, context: CellContext): unknown {
  if (path === 'length.weeks') return parseWeeks(cell, path, context);
  if (path === 'closes.date') return parseClosing(schema, cell, context);
  const value = convertValue(schema, cell, path, context);
  return unwrap(schema) instanceof z.ZodArray && !Array.isArray(value) ? [value] : value;
}

const languageMissing: RowFinding = {
  code: 'language-unknown',
  severity: 'blocks',
  field: 'originalLanguage',
  message: 'is missing, and it isn’t clear in which language this was written',
  hint: `Say it with --language (${Object.keys(localeTable).join(', ')}), or in a column originalLanguage.`,
};
