/** Guesses the field of a column by its values. */
import { unwrap } from '@/model/fields/fields';
import { isTimeZone } from '@/model/vocabularies/time-zones';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import type { ExistingEntries } from '../../edit/entry-store';
import { createEntryFinder } from '../values/find-entry';
import type { ImportField } from '../import-fields';
import type { ImportType } from '../import-types';
import { getImportFields } from '../import-fields';
import { parseDate, saysNoDay } from '../values/dates';
import { collectTermSynonyms, guessTerm } from '../values/guess-term';
import { findTerm } from '../values/find-term';
import { foldWords } from '../values/fold-words';
import { hasHourWord, parseHours } from '../values/hours';
import { readLanguageWords } from '../values/language-words';
import { findPlace, withoutRemote } from '../values/places';
import { parseFlag } from '../values/convert-value';
import type { ColumnValues } from './match-columns';
import type { ImportTable } from './table';

/** The share of a column's values that must fit. */
const enough = 0.8;

/** A column is compared by so many of its values. */
const sampledValues = 300;

/** Fields whose terms are told apart well by their values, the most telling first. */
const termFields: Readonly<Record<ImportType, readonly string[]>> = {
  opportunity: ['taskTypes', 'causes', 'countries', 'languages'],
  organization: ['kind', 'causes', 'countries', 'languages'],
};

/** The fields of long texts, and from which length on (characters, in the mean) a text is one. */
const longText = { opportunity: 'task', organization: 'mission' } as const;
const longFrom = 140;

/** Texts that are shorter in the mean are no descriptions. */
const shortUntil = 60;

/** Names of columns whose days are of something else than the end of applications, folded. */
const otherDays =
  /\b(?:starts?|begins?|debut|demarrage|commence|inicio|incorporacion|comienzo|empieza|timestamp|horodateur|marca temporal|created?|creee?|creacion|creado|posted|opened|updated|modifie|submitted|naissance|birth|nacimiento|from|desde)\b/;

/** A title has so many words at least, in the mean. */
const titleWords = 3;

/** The schema of a field's terms: of an item, or of the first part of an item. */
export function termSchema({ schema }: ImportField): z.core.$ZodType {
  const inner = unwrap(schema);
  const item = inner instanceof z.ZodArray ? unwrap(inner.element as z.core.$ZodType) : inner;
  if (!(item instanceof z.ZodObject)) return item;
  const [first] = Object.values<z.core.$ZodType>(item.shape);
  return first === undefined ? item : unwrap(first);
}

/** Splits a cell with several terms. */
export const splitTerms = (text: string): string[] =>
  text
    .split(/[;,|/\n]+/)
    .flatMap((part) => part.split(/[:()]/))
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Lists the different values of a column, at most 300. */
export function listValues({ rows }: ImportTable, column: string): string[] {
  const all = rows.flatMap(({ cells }) => {
    const cell = cells.get(column);
    return typeof cell === 'string' || typeof cell === 'number' ? [String(cell)] : [];
  });
  return [...new Set(all)].slice(0, sampledValues);
}

/** The entries that values are compared with, and the day (`YYYY-MM-DD`) of the import. */
interface Known {
  readonly existing: ExistingEntries;
  readonly today: string;
}

/** Tells the fields of a table's columns by their values. Addresses of people and of pages are no guess. */
export function readColumnValues(
  table: ImportTable,
  type: ImportType,
  { existing, today }: Known,
): ColumnValues {
  const synonyms = collectTermSynonyms(existing.entries);
  const findEntryId = createEntryFinder(existing.entries);
  const isTerm = (path: string, schema: z.core.$ZodType, part: string): boolean => {
    // Two letters may be anybody's initials, and of places many are spelled nearly alike.
    if (path === 'countries')
      return part.length > 2 && (findTerm(schema, part) !== undefined || findPlace(part) !== undefined);
    if (path === 'languages')
      return findTerm(schema, readLanguageWords(part)?.language ?? part) !== undefined;
    return (findTerm(schema, part) ?? guessTerm(schema, part, synonyms)) !== undefined;
  };
  const guess = (column: string): string | undefined => {
    const values = listValues(table, column);
    if (values.length === 0) return undefined;
    const fit = (test: (value: string) => boolean) => values.filter(test).length >= enough * values.length;
    if (fit((value) => parseFlag(value) !== value)) return undefined;
    if (type === 'opportunity' && fit((value) => isTimeZone(value.trim()))) return 'closes.zone';
    if (fit((value) => /^\S+@\S+\.\p{L}{2,}$/u.test(value.trim()))) return undefined;
    if (fit((value) => /^(?:https?:\/\/|www\.)\S+$/i.test(value.trim())))
      return type === 'opportunity' ? undefined : 'website';
    const dayOf = (value: string) => {
      const read = parseDate(value, 'dmy');
      return read && 'day' in read ? read.day : undefined;
    };
    // A bare number may count anything.
    const isDay = (value: string) => /\D/.test(value.trim()) && dayOf(value) !== undefined;
    const areDays = (own: readonly string[]) =>
      own.some(isDay) &&
      own.filter((value) => isDay(value) || saysNoDay(value)).length >= enough * own.length;
    if (areDays(values)) {
      // Days of the past are of something else, and of several columns with days only a name tells which one it is.
      const isAhead = (own: readonly string[]) =>
        own.filter((value) => saysNoDay(value) || (dayOf(value) ?? '') >= today).length >=
        enough * own.length;
      const others = table.columns
        .map((name) => listValues(table, name))
        .filter((own) => areDays(own) && isAhead(own));
      const isLast = type === 'opportunity' && isAhead(values) && others.length === 1;
      return isLast && !otherDays.test(foldWords(column)) ? 'closes.date' : undefined;
    }
    if (type === 'opportunity') {
      if (fit((value) => findEntryId('organization', value) !== undefined)) return 'organization';
      if (fit((value) => hasHourWord(value) && parseHours(value) !== undefined)) return 'hours';
    }
    const ofTerms = termFields[type].find((path) => {
      const field = getImportFields(type).get(path);
      const schema = field && termSchema(field);
      const isOne = (value: string) => splitTerms(value).some((part) => schema && isTerm(path, schema, part));
      if (path !== 'countries') return fit(isOne);
      // Some say that it is remote.
      const places = values.map(withoutRemote).filter((value) => value !== '');
      return places.length > 0 && places.filter(isOne).length >= enough * places.length;
    });
    return ofTerms ?? guessText(values, table.rows.length);
  };
  const guessText = (values: readonly string[], rows: number): string | undefined => {
    const mean = (measure: (value: string) => number) =>
      values.reduce((sum, value) => sum + measure(value), 0) / values.length;
    if (mean(({ length }) => length) >= longFrom) return longText[type];
    const isTitle =
      values.length >= enough * rows && mean((value) => value.split(/\s+/).length) >= titleWords;
    return isTitle ? contentTypes[type].title : undefined;
  };
  const known = new Map<string, string | undefined>();
  return {
    guess: (column) => {
      if (!known.has(column)) known.set(column, guess(column));
      return known.get(column);
    },
    hasNumbers: (column) => listValues(table, column).some((value) => /^\s*\d/.test(value)),
    hasHours: (column) => listValues(table, column).some((value) => parseHours(value) !== undefined),
    isShort: (column) => {
      const values = listValues(table, column);
      return values.reduce((sum, { length }) => sum + length, 0) < shortUntil * values.length;
    },
  };
}
