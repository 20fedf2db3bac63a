/** Brings what changed in a row into the entry that it became before. */
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import { recordTranslations, sourceHash } from '@/model/translation-age';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import type { RowContext } from '../row/row-context';
import { foldWords } from '../values/fold-words';
import type { SourceRow } from './match-rows';
import { readOrigin, setOrigin } from './provenance';

/**
 * Names a row by its title and by the organization as the sheet calls it, which may not be known yet, for sheets without a column
 * that tells rows apart.
 */
export function buildTitleRow({ type, locales, shared }: RawEntry, organization: string): string {
  const original = shared['originalLanguage'];
  const title = isLocale(original) ? locales[original]?.[contentTypes[type].title] : undefined;
  if (typeof title !== 'string' || foldWords(title) === '') return '';
  return type === 'opportunity'
    ? `${foldWords(title)} · ${foldWords(organization || String(shared['organization']))}`
    : foldWords(title);
}

/** The fields of an entry by their places: `fr.title`, `hours`. */
type FieldPlaces = ReadonlyMap<string, unknown>;

/** Fields that aren't compared: they say something about the entry rather than the row. */
const notCompared = new Set(['provenance', 'updated', 'status', 'originalLanguage']);

/** Lists an entry's fields by their places. */
function listPlaces({ locales: byLocale, shared }: Pick<RawEntry, 'locales' | 'shared'>): FieldPlaces {
  const texts = locales.flatMap((locale) =>
    Object.entries(byLocale[locale] ?? {}).map(([name, value]) => [`${locale}.${name}`, value] as const),
  );
  return new Map([...texts, ...Object.entries(shared)].filter(([, value]) => value !== undefined));
}

/** Hashes what a row says, by place. `status` is the row's own. */
function hashRow(
  entry: Pick<RawEntry, 'locales' | 'shared'>,
  computed: ReadonlySet<string>,
  ownStatus: string | undefined,
): Record<string, string> {
  const said = [...listPlaces(entry)].filter(([place]) => !notCompared.has(place) && !computed.has(place));
  return Object.fromEntries(
    [...said, ...(ownStatus === undefined ? [] : [['status', ownStatus] as const])].map(([place, value]) => [
      place,
      sourceHash(value),
    ]),
  );
}

/** Returns a new entry with its origin. Messages of forms have none. */
export function withSource(entry: RawEntry, row: SourceRow, { source, today: date }: RowContext): RawEntry {
  if (source === undefined) return entry;
  const fields = hashRow(row.entry, row.computed, row.ownStatus);
  return setOrigin(entry, { source, row: row.key, date, fields });
}

/** Returns an entry with another value at a place; without a value the field is removed. */
function setPlace(entry: RawEntry, place: string, value: unknown): RawEntry {
  const [first = '', name = ''] = place.split('.');
  const change = (fields: Readonly<Record<string, unknown>>, key: string) =>
    Object.fromEntries([
      ...Object.entries(fields).filter(([other]) => other !== key),
      ...(value === undefined ? [] : [[key, value]]),
    ]);
  if (name === '' || !isLocale(first)) return { ...entry, shared: change(entry.shared, place) };
  const locale: Locale = first;
  return { ...entry, locales: { ...entry.locales, [locale]: change(entry.locales[locale] ?? {}, name) } };
}

const isSame = (value: unknown, hash: string | undefined) =>
  value === undefined ? hash === undefined : sourceHash(value) === hash;

/** Statuses of opportunities that are on the site. */
const shown = new Set(['open', 'paused', 'filled', 'closed']);

/** Returns the status after an import. A draft stays one, and only an import that may opens what was closed. */
function nextStatus(
  before: RawEntry,
  row: SourceRow,
  { status: mode }: RowContext,
  isBack: boolean,
): unknown {
  const present = before.shared['status'];
  const own = row.ownStatus;
  const wanted = row.entry.shared['status'];
  if (isBack) return present === 'closed' ? wanted : present;
  const saidBefore = readOrigin(before)?.fields?.['status'];
  if (isSame(own, saidBefore) || typeof present !== 'string' || !shown.has(present)) return present;
  if (own !== undefined && own !== 'open' && shown.has(own)) return own;
  return mode === 'draft' ? present : wanted;
}

/**
 * Brings what the sheet changed since the last import into an entry. What was changed in the entry alone stays; of what
 * both changed the entry's value stays, with a warning.
 */
export function mergeRow(before: RawEntry, row: SourceRow, context: RowContext) {
  const origin = readOrigin(before);
  if (!origin) return { entry: before, isChanged: false, findings: [] };
  const hashes = hashRow(row.entry, row.computed, row.ownStatus);
  const stored = origin.fields ?? {};
  const present = listPlaces(before);
  const wanted = listPlaces(row.entry);
  const findings: ProblemFinding[] = [];
  let entry = before;
  for (const place of new Set([...Object.keys(stored), ...Object.keys(hashes)])) {
    if (place === 'status' || stored[place] === hashes[place]) continue;
    const now = present.get(place);
    if (isSame(now, hashes[place])) continue;
    // A field that is new in the sheet may fill what was empty.
    if (isSame(now, stored[place]) || now === undefined) entry = setPlace(entry, place, wanted.get(place));
    else findings.push(reportBoth(place));
  }
  const isBack = origin.missing !== undefined;
  const status = nextStatus(before, row, context, isBack);
  if (status !== before.shared['status']) entry = setPlace(entry, 'status', status);
  const isChanged = entry !== before;
  const isKnown =
    !isChanged &&
    !isBack &&
    origin.row === row.key &&
    JSON.stringify(Object.entries(stored).toSorted()) === JSON.stringify(Object.entries(hashes).toSorted());
  if (isKnown) return { entry: before, isChanged: false, findings };
  const { today } = context;
  const dated = isChanged ? setPlace(entry, 'updated', today) : entry;
  const after = recordTranslations(before.type, before, dated);
  const { source } = origin;
  return {
    entry: setOrigin(after, { source, row: row.key, date: today, fields: hashes }),
    isChanged: true,
    findings,
  };
}

function reportBoth(place: string): ProblemFinding {
  const [first = '', name = ''] = place.split('.');
  return {
    code: 'changed-on-both-sides',
    severity: 'warns',
    ...(isLocale(first) && name !== '' ? { locale: first, field: name } : { field: place }),
    message: 'was changed in the sheet and in the entry; the entry’s value stays',
    hint: 'Change the entry if the sheet is right.',
  };
}
