/** Writes an entry's fields as a person would have written them. Nothing here needs Node: an editor's page uses it too. */
import { locales } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { prune } from '@/model/fields/prune';
import { contentTypes } from '@/model/types/types';
import { Scalar, stringify } from 'yaml';
import { z } from 'zod';

/** What YAML can't have outside of quotes (its rule `c-printable`); tab and line feed are written as they are. */
const unprintable = /[^\t\n\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const lineEnd = /\r\n?/g;

/**
 * A file's text for an entry of a type: its languages first, then what they share, each in the model's order down to
 * the last part of a group; what the model doesn't know comes last. What holds nothing is left out. Markdown stands in
 * a block that ends with one line break, and texts that YAML could take for a date or a number stand in quotes.
 *
 * `fields` are those of a file: an object for each language, and shared fields beside them.
 */
export function writeYaml(type: ContentTypeName, fields: RawFields): string {
  const { localized, shared } = contentTypes[type];
  const languages = locales.map((locale): [string, z.core.$ZodType] => [locale, localized]);
  const shape = new Map([...languages, ...Object.entries(shared.shape)]);
  return stringify(inOrder(shape, prune(fields) ?? {}), {
    lineWidth: 0,
    blockQuote: 'literal',
    // Other programs read YAML by its older rules, which know dates, and `no` as false.
    compat: 'yaml-1.1',
    // A text between quotes stays on one line: where it is folded, a line of nothing but spaces is lost.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** Maps keep the order of keys that look like numbers. */
function inOrder(shape: ReadonlyMap<string, z.core.$ZodType>, fields: object): Map<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(fields));
  const known = [...shape.keys()].filter((key) => values.has(key));
  return new Map(
    [...known, ...[...values.keys()].filter((key) => !shape.has(key))].map((key) => [
      key,
      written(shape.get(key), values.get(key)),
    ]),
  );
}

function written(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  const inner = schema && unwrap(schema);
  if (Array.isArray(value)) {
    return value.map((item) => written(inner instanceof z.ZodArray ? inner.element : undefined, item));
  }
  if (typeof value === 'object' && value !== null) {
    const shape = inner instanceof z.ZodObject ? Object.entries<z.core.$ZodType>(inner.shape) : [];
    return inOrder(new Map(shape), value);
  }
  if (typeof value !== 'string') return value;
  const isMarkdown = inner !== undefined && fieldMeta(inner).widget === 'markdown';
  return text(isMarkdown ? `${value.trim()}\n` : value, isMarkdown);
}

function text(raw: string, isBlock: boolean): string | Scalar<string> {
  const value = raw.toWellFormed().replace(lineEnd, '\n');
  const style = unprintable.test(value) ? Scalar.QUOTE_DOUBLE : isBlock ? Scalar.BLOCK_LITERAL : undefined;
  if (style === undefined) return value;
  const scalar = new Scalar(value);
  scalar.type = style;
  return scalar;
}
