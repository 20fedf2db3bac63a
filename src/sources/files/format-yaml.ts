/** Formats an entry's fields as a person would write them. It also runs in the editor's page, so it doesn't use Node. */
import { locales } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { fieldMeta, fieldMetaOf, unwrap } from '@/model/fields/fields';
import { prune } from '@/model/fields/prune';
import { isRecord } from '@/model/json';
import { contentTypes } from '@/model/types/types';
import { Document, Scalar, stringify } from 'yaml';
import { z } from 'zod';

/** Characters that YAML allows only in quotes (its rule `c-printable`), except tab and line feed. */
const unprintable = /[^\t\n\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** An octal number with a sign: a text for the package that writes, and a number for the one that reads. */
const signedOctal = /^[-+]0o[0-7]+$/;

const needsQuotes = (text: string): boolean => unprintable.test(text) || signedOctal.test(text);

const lineEnd = /\r\n?/g;

/**
 * Formats a file for an entry of a type: languages first, then shared fields. All are in the model's order, also within
 * groups; unknown fields come last and empty ones are left out. Markdown is in a block that ends with one line break.
 * Texts that YAML could read as a date or a number are in quotes.
 *
 * `fields` are those of a file: an object for each language, and shared fields beside them.
 */
export function formatEntryYaml(type: ContentTypeName, fields: RawFields): string {
  const { localized, shared } = contentTypes[type];
  const languages = locales.map((locale): [string, z.core.$ZodType] => [locale, localized]);
  const shape = new Map([...languages, ...Object.entries(shared.shape)]);
  return stringify(orderFields(shape, prune(fields) ?? {}), {
    lineWidth: 0,
    blockQuote: 'literal',
    // Other programs use the older rules of YAML, which read dates, and `no` as false.
    compat: 'yaml-1.1',
    // A text in quotes stays on one line: folding it would lose lines that contain only spaces.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** Orders fields by the model. Returns a map, since objects change the order of keys that look like numbers. */
function orderFields(shape: ReadonlyMap<string, z.core.$ZodType>, fields: object): Map<unknown, unknown> {
  const values = new Map<string, unknown>(Object.entries(fields));
  const known = [...shape.keys()].filter((key) => values.has(key));
  return new Map(
    [...known, ...[...values.keys()].filter((key) => !shape.has(key))].map((key) => [
      needsQuotes(key) ? styled(key, Scalar.QUOTE_DOUBLE) : key,
      orderValue(shape.get(key), values.get(key)),
    ]),
  );
}

/** Formats what programs keep: the innermost groups on one line, since no person edits them. */
function formatInternal(value: unknown): unknown {
  if (typeof value === 'string') return formatText(value, false);
  if (Array.isArray(value)) return value.map(formatInternal);
  if (!isRecord(value)) return value;
  const parts = Object.entries(value);
  const formatted = new Map(parts.map(([name, part]) => [name, formatInternal(part)]));
  return parts.some(([, part]) => typeof part === 'object')
    ? formatted
    : new Document().createNode(formatted, { flow: true });
}

function orderValue(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  const inner = schema && unwrap(schema);
  if (inner && fieldMetaOf(inner)?.widget === 'internal') return formatInternal(value);
  if (Array.isArray(value)) {
    return value.map((item) => orderValue(inner instanceof z.ZodArray ? inner.element : undefined, item));
  }
  if (isRecord(value)) {
    const shape = inner instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(inner.shape) : [];
    return orderFields(new Map(shape), value);
  }
  if (typeof value !== 'string') return value;
  const isMarkdown = inner !== undefined && fieldMeta(inner).widget === 'markdown';
  return formatText(isMarkdown ? `${value.trim()}\n` : value, isMarkdown);
}

function formatText(raw: string, isBlock: boolean): string | Scalar<string> {
  const value = raw.toWellFormed().replace(lineEnd, '\n');
  if (needsQuotes(value)) return styled(value, Scalar.QUOTE_DOUBLE);
  return isBlock ? styled(value, Scalar.BLOCK_LITERAL) : value;
}

function styled(value: string, style: NonNullable<Scalar['type']>): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.type = style;
  return scalar;
}
