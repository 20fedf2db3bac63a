/** Rows to entries, each whole or not at all. Pure but for what it is given. */
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
import { fold } from '../values/fold';
import { makeId } from '../values/ids';
import type { Known } from '../known-entries';
import { rowEntry, titleOf, type RowContext } from '../row-entry';
import type { ImportRow, ImportTable } from './table';

/** A row that became an entry, with what an editor should look at. */
export interface Imported {
  readonly row: number;
  readonly entry: RawEntry;
  readonly warnings: readonly ProblemFinding[];
}

/** A row that became nothing, and why. */
export interface LeftOut {
  readonly row: number;
  /** What the row calls itself, as far as that could be read. */
  readonly title: string | undefined;
  readonly problems: readonly ProblemFinding[];
}

export interface ImportResult {
  readonly imported: readonly Imported[];
  readonly leftOut: readonly LeftOut[];
}

const keepsOut = ({ severity }: ProblemFinding) => severity === 'blocks';

/** Findings about the same field twice: what reading the cell said goes before what the model says of the rest. */
function withoutEchoes(
  read: readonly ProblemFinding[],
  checked: readonly ProblemFinding[],
): ProblemFinding[] {
  const placeOf = ({ locale, field }: ProblemFinding) => `${locale ?? ''}/${field ?? ''}`;
  const said = new Set(read.filter(keepsOut).map(placeOf));
  return [...read, ...checked.filter((finding) => !said.has(placeOf(finding)))];
}

/** Reads every row of a table, in order, so that the first of two alike is the one that stays. */
export function importTable(table: ImportTable, context: RowContext, known: Known): ImportResult {
  const taken = new Set(known.ids);
  const titles = titlesOf(known.entries);
  const imported: Imported[] = [];
  const leftOut: LeftOut[] = [];
  for (const row of table.rows) {
    const result = importRow(row, context, known, taken, titles);
    if ('entry' in result) imported.push(result);
    else leftOut.push(result);
  }
  return { imported, leftOut };
}

function importRow(
  row: ImportRow,
  context: RowContext,
  { locales: spoken = locales }: Known,
  taken: Set<string>,
  titles: Map<string, string>,
): Imported | LeftOut {
  const fault = checkFieldsSize(Object.fromEntries(row.cells));
  // Left as it is: reading it would take minutes.
  if (fault) return { row: row.number, title: undefined, problems: [{ ...fault, severity: 'blocks' }] };
  const read = rowEntry(row, context);
  const title = titleOf(read, contentTypes[context.type].title);
  const own = context.columns.id === undefined ? undefined : row.cells.get(context.columns.id);
  const raw: RawEntry = {
    id: typeof own === 'string' || typeof own === 'number' ? String(own).trim() : '',
    type: read.type,
    locales: read.locales,
    shared: read.shared,
    origin: { label: `row ${row.number}` },
  };
  const { entry, findings } = normalizeEntry(raw);
  const problems = [
    ...(row.fault ? [{ code: 'row-faulty', severity: 'blocks' as const, ...row.fault }] : []),
    ...idFindings(entry.id, taken),
    ...withoutEchoes(read.findings, [...findings, ...checked(entry, context)]),
    ...linkFindings(entry),
    ...foreignLanguages(entry, spoken),
    ...repeats(entry, titles),
  ];
  if (problems.some(keepsOut)) return { row: row.number, title, problems: problems.filter(keepsOut) };

  const id = entry.id || makeId(title ?? '', `${entry.type}-${row.number}`, taken);
  taken.add(id);
  for (const { key } of titleKeys(entry)) titles.set(key, `row ${row.number}`);
  return { row: row.number, entry: { ...entry, id }, warnings: problems };
}

/**
 * What the model says of the entry as it would be on the site, whatever its status is. A site could do without a faulty
 * translation; a row that has one is to be mended where it came from.
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

/** Links of long texts that a site would show as words. Which pages it has, only a build knows. */
function linkFindings(entry: RawEntry): ProblemFinding[] {
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

/** Texts that the place has no room for: they would be lost. */
function foreignLanguages(entry: RawEntry, spoken: readonly Locale[]): ProblemFinding[] {
  return locales
    .filter((locale) => entry.locales[locale] && !spoken.includes(locale))
    .map((locale) => ({
      code: 'locale-missing',
      severity: 'blocks',
      locale,
      message: `is a language that the space has no locale for (${localeTable[locale].name})`,
      hint: 'Add the locale in Contentful (Settings → Locales), or leave these texts out.',
    }));
}

function idFindings(id: string, taken: ReadonlySet<string>): ProblemFinding[] {
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

/** A title, with what it counts as the same under: its language and, of an opportunity, its organization. */
function titleKeys({ type, locales: byLocale, shared }: RawEntry): { key: string; locale: Locale }[] {
  const whose = type === 'opportunity' ? String(shared['organization']) : '';
  return locales.flatMap((locale) => {
    const title = byLocale[locale]?.[contentTypes[type].title];
    return typeof title === 'string' ? [{ key: `${type}/${whose}/${locale}/${fold(title)}`, locale }] : [];
  });
}

function titlesOf(entries: readonly RawEntry[]): Map<string, string> {
  return new Map(entries.flatMap((entry) => titleKeys(entry).map(({ key }) => [key, entry.origin.label])));
}

function repeats(entry: RawEntry, titles: ReadonlyMap<string, string>): ProblemFinding[] {
  return titleKeys(entry)
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
          hint: 'Leave one of the two out, or give them titles that can be told apart.',
        },
      ];
    })
    .slice(0, 1);
}
