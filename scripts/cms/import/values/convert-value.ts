/** Converts the value of a cell to the type that a field of the model has. */
import { excerpt } from '@/model/characters';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { z } from 'zod';
import { isTimeZone } from '@/model/vocabularies/time-zones';
import { createValueFinding, type RowFinding } from '../row/row-finding';
import { parseChoice, readTerm, resolveReference, type CellContext } from './cell-terms';
import { parseDate, saysNoDay } from './dates';
import { foldWords } from './fold-words';
import { hasHtml, htmlToMarkdown, htmlToText } from './html';
import { parseDuration } from './durations';
import { parseHours, type ParsedHours } from './hours';
import { joinLevels, readLanguageWords, saysEither } from './language-words';
import { findZone, withoutRemote } from './places';

const yes = new Set(['yes', 'true', '1', 'x', 'oui', 'vrai', 'si', 'verdadero', 'y', 'o', 's']);
const no = new Set(['no', 'false', '0', 'non', 'faux', 'falso', 'n']);

/** A number with a unit after it, or a plus: `18 ans`, `3 personas`, `18+`. */
const amount = /^([-+]?[\d\s\u202F.,]*\d)\s*(?:\p{L}[\p{L}.]*|\+)$/u;

/** `'1 200,5' -> 1200.5`; a unit after it is dropped. Returns the text if it isn't a number. */
function parseNumber(text: string): unknown {
  const bare = (amount.exec(text.trim())?.[1] ?? text).replace(/[\s\u202F]/g, '');
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : text;
}

/** Reads the group of a length from one cell: `6 semaines`, `ongoing`. Returns undefined for other texts. */
function parseLength(text: string, path: string, { report }: CellContext): unknown {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const { kind, weeks, isRounded } = duration;
  if (weeks === undefined) return { kind };
  if (isRounded === true) {
    const message = `is “${excerpt(text.trim(), 40)}”, which was read as ${weeks} weeks`;
    report(createValueFinding('duration-rounded', path, message));
  }
  return { kind, weeks };
}

/** Reads a length from a cell for its weeks, in whose place may be that it is ongoing, or one-off. */
export function parseWeeks(cell: unknown, path: string, context: CellContext): unknown {
  if (typeof cell !== 'string') return { kind: 'weeks', weeks: cell };
  return parseLength(cell, path, context) ?? { kind: 'weeks', weeks: parseNumber(cell) };
}

/** Reads yes or no. Returns other texts as they are. */
export function parseFlag(text: string): unknown {
  const word = foldWords(text);
  return yes.has(word) ? true : no.has(word) ? false : text;
}

function parseDateCell(text: string, path: string, { dateOrder, report }: CellContext): unknown {
  if (saysNoDay(text)) return undefined;
  const read = parseDate(text, dateOrder);
  // A finding about a day that doesn't exist quotes the cell.
  if (!read || ('day' in read && !z.iso.date().safeParse(read.day).success)) return text;
  if (!('day' in read)) {
    report(createValueFinding('date-ambiguous', path, `is “${text.trim()}”, which may be one of two days`));
    return text;
  }
  if (read.isShort)
    report(createValueFinding('date-short', path, `is “${text.trim()}”, which was read as ${read.day}`));
  return read.day;
}

function convertProse(text: string, path: string, isMarkdown: boolean, { report }: CellContext): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (hasHtml(lines)) {
    report(createValueFinding('html-converted', path, 'was HTML, of which the words were kept'));
    return isMarkdown ? htmlToMarkdown(lines) : htmlToText(lines);
  }
  // Sheets have bullets that aren't Markdown.
  return isMarkdown ? lines.replace(/^[ \t]*[•‣▪◦·][ \t]*/gm, '- ') : lines;
}

/** Says that a cell couldn't be read, in words about its field, and returns it as it is. */
function unread(
  code: 'hours-unread' | 'length-unread',
  text: string,
  path: string,
  report: CellContext['report'],
) {
  report(createValueFinding(code, path, `is “${excerpt(text.trim(), 40)}”, which couldn’t be read`));
  return text;
}

/** Reads a range of hours; returns other texts as they are. */
function readHours(text: string, path: string, { report }: CellContext): unknown {
  const hours = parseHours(text);
  if (!hours) return unread('hours-unread', text, path, report);
  if (hours.isGuess) report(guessedHours(text, path, hours));
  return { min: hours.min, max: hours.max };
}

/** Says as how many hours a week a cell was read that leaves it open. */
export function guessedHours(text: string, path: string, { min, max }: ParsedHours): RowFinding {
  const hours = min !== max ? `${min} to ${max} hours` : max === 1 ? '1 hour' : `${max} hours`;
  const message = `is “${excerpt(text.trim(), 40)}”, which was read as ${hours} a week`;
  return createValueFinding('hours-guessed', path, message);
}

/** Parses the parts of a group in the model's order: `'French: fluent'` or `'French (fluent)'`. */
function parseGroup(schema: z.ZodObject, text: string, path: string, context: CellContext): unknown {
  const parts = Object.entries<z.core.$ZodType>(schema.shape);
  if (path === 'hours') return readHours(text, path, context);
  const spoken = path === 'languages' ? readLanguageWords(text) : undefined;
  const language = spoken && schema.shape['language'];
  if (language && readTerm(unwrap(language), spoken.language, `${path}.language`, context))
    return { ...spoken, language: convertValue(language, spoken.language, `${path}.language`, context) };
  const words = text
    .split(/[:()]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  // More than a group has: the finding quotes all of it.
  const said = words.length > parts.length ? [text.trim()] : words;
  return Object.fromEntries(
    said.map((word, index) => {
      const [key, part] = parts[index] as [string, z.core.$ZodType];
      return [key, convertValue(part, word, `${path}.${key}`, context)];
    }),
  );
}

/** Splits a cell with several values at `;`, `|` and line breaks. Texts may contain `;`, so they aren't split there. */
function splitItems(schema: z.core.$ZodType, text: string): string[] {
  const isText = ['text', 'lines', 'markdown'].includes(fieldMeta(schema).widget);
  return text.split(isText ? /[|\r\n]+/ : /[;|\r\n]+/).filter((part) => part.trim() !== '');
}

/** Signs and words between terms. Names of terms may have them too, so whole names come first. */
const betweenTerms = /\s*[,/&+]\s*|\s+(?:and|et|y|e|or|ou|o|-|–)\s+/i;

const betweenPlaces = new RegExp(`${betweenTerms.source}|\\s*[()]\\s*`, 'i');

/** Parses an item of a list of terms, which may be several: `Eau, Santé`, `Traduction / Rédaction`. */
function parseTerms(item: z.core.$ZodType, text: string, path: string, context: CellContext): unknown[] {
  const schema = unwrap(item);
  const { labels } = fieldMeta(schema);
  const isCountry = labels === 'country';
  const said = isCountry ? withoutRemote(text) : text;
  if (said === '') return [];
  const parts = said.split(isCountry ? betweenPlaces : betweenTerms).filter((part) => part.trim() !== '');
  const isWhole = readTerm(schema, said, path, context)?.guessed === false;
  const isTerm = (part: string) => readTerm(schema, part, path, context) !== undefined;
  // A city beside its country says the same; what isn't known beside a country or a language is named.
  const areTerms =
    isCountry || labels === 'language' ? parts.some(isTerm) : parts.length > 1 && parts.every(isTerm);
  return (!isWhole && areTerms ? parts : [said]).map((part) => convertValue(item, part, path, context));
}

/** Splits a text with several groups that begin with a term each: `français et anglais`, `French (fluent), Wolof`. */
function splitGroups(item: z.core.$ZodType, text: string, path: string, context: CellContext): string[] {
  const group = unwrap(item);
  const [first] = group instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(group.shape) : [];
  if (!first || fieldMeta(first[1]).widget !== 'choice') return [text];
  const parts = text.split(betweenTerms).filter((part) => part.trim() !== '');
  if (path === 'languages')
    return joinLevels(parts).map((part) =>
      saysEither(text) && !/\beither\b/i.test(part) ? `${part} either` : part,
    );
  const isTerm = (part: string) =>
    readTerm(unwrap(first[1]), part.replace(/[:(].*$/u, ''), `${path}.${first[0]}`, context) !== undefined;
  return parts.length > 1 && parts.every(isTerm) ? parts : [text];
}

function parseList(item: z.core.$ZodType, text: string, path: string, context: CellContext): unknown[] {
  const parts = splitItems(item, text);
  if (fieldMeta(item).widget === 'choice')
    return [...new Set(parts.flatMap((part) => parseTerms(item, part, path, context)))];
  return parts.flatMap((part) =>
    splitGroups(item, part, path, context).map((one) => convertValue(item, one, path, context)),
  );
}

/** Reads the last day, with its zone where the cell names one: `31 March 2027, 5pm EST`. */
export function parseClosing(day: z.core.$ZodType, cell: unknown, context: CellContext): unknown {
  const date = convertValue(day, cell, 'closes.date', context);
  const zone = findZone(String(cell));
  return date === undefined ? undefined : { date, ...(zone === undefined ? {} : { zone }) };
}

function parseCell(schema: z.core.$ZodType, text: string, path: string, context: CellContext): unknown {
  if (schema instanceof z.ZodArray) return parseList(schema.element as z.core.$ZodType, text, path, context);
  if (schema instanceof z.ZodObject) {
    if (path === 'closes') return parseClosing(schema.shape['date'] as z.core.$ZodType, text, context);
    if (path === 'length')
      return parseLength(text, path, context) ?? unread('length-unread', text, path, context.report);
    return parseGroup(schema, text, path, context);
  }
  const { widget, to = '', holds } = fieldMeta(schema);
  if (holds === 'time-zone') return isTimeZone(text.trim()) ? text.trim() : (findZone(text) ?? text.trim());
  if (holds === 'web-address') return text.trim().replace(/^www\./i, 'https://www.');
  switch (widget) {
    case 'number':
      return parseNumber(text);
    case 'flag':
      return parseFlag(text);
    case 'date':
      return parseDateCell(text, path, context);
    case 'choice':
      return parseChoice(schema, text, path, context);
    case 'reference':
      return resolveReference(text, to, path, context);
    case 'markdown':
      return convertProse(text, path, true, context);
    case 'text':
    case 'lines':
      return convertProse(text, path, false, context).trim();
    default:
      return text.trim();
  }
}

/**
 * Converts a cell's value for its field: terms to ids, days to `YYYY-MM-DD`, texts to numbers or lists, HTML to
 * Markdown. A value that can't be understood is returned as it is, so that validation reports it.
 */
export function convertValue(
  schema: z.core.$ZodType,
  value: unknown,
  path: string,
  context: CellContext,
): unknown {
  const inner = unwrap(schema);
  if (typeof value === 'string') return parseCell(inner, value, path, context);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => convertValue(inner.element as z.core.$ZodType, item, path, context));
  }
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const field = Object.hasOwn(inner.shape, key) ? (inner.shape[key] as z.core.$ZodType) : undefined;
        return [key, field ? convertValue(field, part, `${path}.${key}`, context) : part];
      }),
    );
  }
  if (typeof value !== 'number') return value;
  if (path === 'hours') return readHours(String(value), path, context);
  const { widget } = fieldMeta(inner);
  // Sheets have numbers for goals, registrations and days.
  return inner instanceof z.ZodEnum || ['date', 'text'].includes(widget)
    ? parseCell(inner, String(value), path, context)
    : value;
}
