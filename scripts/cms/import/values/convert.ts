/** From what stands in a cell to what a field of the model takes, as far as it can be understood. */
import { excerpt } from '@/model/characters';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import type { ProblemFinding } from '@/model/problems';
import { z } from 'zod';
import { readDate, type DateOrder } from './dates';
import { fold } from './fold';
import { hasHtml, htmlToMarkdown, htmlToText } from './html';
import { termOf } from './terms';

/** What the words of a file mean, and where to say what was found. */
export interface ConvertedValue {
  readonly order: DateOrder | undefined;
  /** For a field's path: what the words of this file mean, folded. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The id of an entry by its id or name, of the type given. */
  readonly entryNamed: (type: string, words: string) => string | undefined;
  readonly note: (finding: ProblemFinding) => void;
}

const yes = new Set(['yes', 'true', '1', 'x', 'oui', 'vrai', 'si', 'verdadero', 'y', 'o', 's']);
const no = new Set(['no', 'false', '0', 'non', 'faux', 'falso', 'n']);

/** `'1 200,5' -> 1200.5`; the text itself where it is no number. */
function numberOf(text: string): unknown {
  const bare = text.replace(/[\s\u202F]/g, '');
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return /^[-+]?\d+(?:[.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : text;
}

function flagOf(text: string): unknown {
  const word = fold(text);
  return yes.has(word) ? true : no.has(word) ? false : text;
}

function dateOf(text: string, path: string, { order, note }: ConvertedValue): unknown {
  const read = readDate(text, order);
  if (!read) return text;
  if ('day' in read) return read.day;
  note({
    code: 'date-ambiguous',
    severity: 'blocks',
    field: path,
    message: `is "${text.trim()}", which may be one of two days`,
    hint: 'Write it as 2026-12-31, or say dates: dmy or dates: mdy in the mapping.',
  });
  return text;
}

function textOf(text: string, path: string, isMarkdown: boolean, { note }: ConvertedValue): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (hasHtml(lines)) {
    note({
      code: 'html-converted',
      severity: 'warns',
      field: path,
      message: 'was HTML, of which the words were kept',
      hint: 'Read it once.',
    });
    return isMarkdown ? htmlToMarkdown(lines) : htmlToText(lines);
  }
  // Sheets have bullets that Markdown doesn't know.
  return isMarkdown ? lines.replace(/^[ \t]*[•‣▪◦·][ \t]*/gm, '- ') : lines;
}

/** What this file's own words for terms stand for. */
function translated(text: string, path: string, { values }: ConvertedValue): string {
  return values.get(path)?.get(fold(text)) ?? text;
}

function choiceOf(schema: z.core.$ZodType, text: string, path: string, reading: ConvertedValue): unknown {
  const words = translated(text, path, reading);
  return termOf(schema, words) ?? words.trim();
}

function linkOf(text: string, to: string, path: string, reading: ConvertedValue): string {
  const words = translated(text, path, reading).trim();
  const id = reading.entryNamed(to, words);
  if (id === undefined) {
    reading.note({
      code: 'link-dead',
      severity: 'blocks',
      field: path,
      message: `is “${excerpt(words, 60)}”, and no ${to} has that id or name`,
      hint: `Correct it, or add that ${to} first.`,
    });
  }
  return id ?? words;
}

/** `[least, most]` of a range: `'3–5' -> [3, 5]`, `'4' -> [4, 4]`. */
function rangeOf(text: string): [unknown, unknown] | undefined {
  const number = String.raw`([-−]?\d+(?:[.,]\d+)?)`;
  const found = new RegExp(
    String.raw`^${number}(?:\s*(?:-|–|—|to|à|a|hasta)\s*${number})?(?:\s*\p{L}+\.?)?$`,
    'u',
  ).exec(text.trim());
  if (!found) return undefined;
  const [least, most] = [found[1], found[2] ?? found[1]].map((part) =>
    numberOf(part?.replace('−', '-') ?? ''),
  );
  return [least, most];
}

/** `'French: fluent'`, `'French (fluent)'`: the parts of a group in the model's order. */
function groupOf(schema: z.ZodObject, text: string, path: string, reading: ConvertedValue): unknown {
  const parts = Object.entries<z.core.$ZodType>(schema.shape);
  const isRange = parts.length === 2 && parts.every(([, part]) => unwrap(part) instanceof z.ZodNumber);
  if (isRange) {
    const range = rangeOf(text);
    return range ? Object.fromEntries(parts.map(([key], index) => [key, range[index]])) : text;
  }
  const words = text
    .split(/[:()]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length > parts.length) return text;
  return Object.fromEntries(
    words.map((word, index) => {
      const [key, part] = parts[index] as [string, z.core.$ZodType];
      return [key, convert(part, word, `${path}.${key}`, reading)];
    }),
  );
}

/** Where a cell has several things: at `;`, `|` and line breaks; at `;` not where the things are texts. */
function split(schema: z.core.$ZodType, text: string): string[] {
  const isText = ['text', 'lines', 'markdown'].includes(fieldMeta(schema).widget);
  return text.split(isText ? /[|\r\n]+/ : /[;|\r\n]+/).filter((part) => part.trim() !== '');
}

function listOf(item: z.core.$ZodType, text: string, path: string, reading: ConvertedValue): unknown[] {
  return split(item, text).flatMap((part): unknown[] => {
    const value = convert(item, part, path, reading);
    if (fieldMeta(item).widget !== 'choice' || !part.includes(',')) return [value];
    // Commas are part of some names; where they aren't, each part is a term.
    const terms = part.split(',').map((word) => termOf(unwrap(item), translated(word, path, reading)));
    const isWhole = termOf(unwrap(item), translated(part, path, reading)) !== undefined;
    return !isWhole && terms.every((term) => term !== undefined) ? terms : [value];
  });
}

function convertText(schema: z.core.$ZodType, text: string, path: string, reading: ConvertedValue): unknown {
  if (schema instanceof z.ZodArray) return listOf(schema.element as z.core.$ZodType, text, path, reading);
  if (schema instanceof z.ZodObject) return groupOf(schema, text, path, reading);
  const { widget, to = '' } = fieldMeta(schema);
  switch (widget) {
    case 'number':
      return numberOf(text);
    case 'flag':
      return flagOf(text);
    case 'date':
      return dateOf(text, path, reading);
    case 'choice':
      return choiceOf(schema, text, path, reading);
    case 'reference':
      return linkOf(text, to, path, reading);
    case 'markdown':
      return textOf(text, path, true, reading);
    case 'text':
    case 'lines':
      return textOf(text, path, false, reading).trim();
    default:
      return text.trim();
  }
}

/**
 * A cell's value as the field takes it: terms as ids, days as `YYYY-MM-DD`, numbers, lists, HTML as Markdown. What can't
 * be understood is returned as it is, so that validation names it. Values that have a type already keep it.
 */
export function convert(
  schema: z.core.$ZodType,
  value: unknown,
  path: string,
  reading: ConvertedValue,
): unknown {
  const inner = unwrap(schema);
  if (typeof value === 'string') return convertText(inner, value, path, reading);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => convert(inner.element as z.core.$ZodType, item, path, reading));
  }
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const field = Object.hasOwn(inner.shape, key) ? (inner.shape[key] as z.core.$ZodType) : undefined;
        return [key, field ? convert(field, part, `${path}.${key}`, reading) : part];
      }),
    );
  }
  // Sheets that become JSON have numbers for goals and years.
  return typeof value === 'number' && inner instanceof z.ZodEnum
    ? convertText(inner, String(value), path, reading)
    : value;
}
