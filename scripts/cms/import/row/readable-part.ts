/** What of a row can become a draft: the values that could be read. */
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { isLocale } from '@/i18n/locales';
import { isRecord } from '@/model/json';
import type { ProblemFinding } from '@/model/problems';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { z } from 'zod';
import { getImportFields } from '../import-fields';
import { isImportType } from '../import-types';

/** Faults with which a row can't even be a draft. */
const hindering = new Set([
  ...['row-faulty', 'row-repeated', 'title-repeated', 'id-invalid', 'id-taken', 'locale-missing'],
  ...['language-unknown', 'entry-too-large'],
]);

/**
 * True for a fault with which no draft can be made of a row: it needs a title and a language. The organization of a message of a
 * form (without `source`) must be there first.
 */
export function hindersDraft(
  { code, field }: ProblemFinding,
  { type, locales, shared }: RawEntry,
  source: string | undefined,
): boolean {
  const { title } = contentTypes[type];
  const original = shared['originalLanguage'];
  const hasTitle = isLocale(original) && typeof locales[original]?.[title] === 'string';
  const isUnknown = source === undefined && code === 'link-dead' && field === 'organization';
  return hindering.has(code) || isUnknown || (!hasTitle && (field === undefined || field === title));
}

/** The value of a field without words that can't be read: where a form has a number, a day or a choice they can't be shown. */
function readable(schema: z.core.$ZodType, value: unknown): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    const items = value.map((item) => readable(inner.element as z.core.$ZodType, item));
    const known = items.filter((item) => item !== undefined);
    return known.length > 0 ? known : undefined;
  }
  if (inner instanceof z.ZodObject && isRecord(value)) {
    const parts = Object.entries(value).flatMap(([key, part]) => {
      const field = inner.shape[key] as z.core.$ZodType | undefined;
      const known = field ? readable(field, part) : part;
      return known === undefined ? [] : [[key, known] as const];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  }
  // An editor sees in the form what is wrong with a text.
  const isText = ['text', 'lines', 'markdown'].includes(fieldMeta(schema).widget);
  return isText || typeof value !== 'string' || z.safeParse(inner, value).success ? value : undefined;
}

/** Returns an entry without the values that can't be read. They stay in the findings, word by word. */
export function readablePart(entry: RawEntry): RawEntry {
  const { type } = entry;
  if (!isImportType(type)) return entry;
  const shared = Object.entries(entry.shared).flatMap(([name, value]) => {
    const field = getImportFields(type).get(name);
    const known = field ? readable(field.schema, value) : value;
    return known === undefined ? [] : [[name, known] as const];
  });
  return { ...entry, shared: Object.fromEntries(shared) };
}
